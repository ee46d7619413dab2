package io.osusume.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Values as a person reads them, in one language. */
final class Cells {
    private static final String NUMBER = "n";

    private final Texts texts;
    private final Map<String, String> names;

    /** @param names product id → name */
    Cells(Texts texts, Map<String, String> names) {
        this.texts = texts;
        this.names = names;
    }

    /**
     * One value as it is shown.
     *
     * @param text as a person reads it
     * @param value as a machine does, for sorting and charts: a plain number, a date, a code; empty: not known
     * @param data whether it is a name, an id or a sentence of the company's own, in whatever language
     * @param style how it is set: n for a number, date, or nothing
     */
    public record Cell(String text, String value, boolean data, String style) {}

    Cell of(Kind kind, String vocabulary, Object value) {
        if (value == null) {
            return new Cell("–", "", false, kind.isNumeric() ? NUMBER : "");
        }
        return switch (kind) {
            case TEXT, WHO -> new Cell(String.join(", ", texts(value)), String.join(", ", texts(value)), true, "");
            case PRODUCTS -> products(texts(value));
            case WORD ->
                texts.word(vocabulary, value.toString())
                        .map(word -> new Cell(word, value.toString(), false, ""))
                        .orElse(new Cell(value.toString(), value.toString(), true, ""));
            case REJECT ->
                new Cell(texts.reject(value.toString()).orElse(value.toString()), value.toString(), true, "");
            case DATE -> new Cell(value.toString(), value.toString(), false, "date");
            case WHOLE, NUMBER, CHANCE, MONEY, SHARE ->
                new Cell(texts.number(kind, (Number) value), Texts.plain((Number) value), false, NUMBER);
        };
    }

    private Cell products(List<String> ids) {
        String shown = String.join(
                " + ", ids.stream().map(id -> names.getOrDefault(id, id)).toList());
        return new Cell(shown, String.join(",", ids), true, "");
    }

    /** A text, or the texts of a list, without those that are not known. */
    static List<String> texts(Object value) {
        List<?> all = value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
        return all.stream().filter(Objects::nonNull).map(Object::toString).toList();
    }
}
