package io.osusume.intake.profile;

import io.osusume.tables.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether 1,000 and 1.280 are one or a thousand, where no value of the column itself tells: as the other numbers of the same file
 * are written, else those of the other files. Where nothing tells, it is asked.
 */
final class DecimalMarks {
    private static final Pattern COMMA_AND_THREE = Pattern.compile("[(+-]?[1-9]\\d{0,2},\\d{3}[)-]?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+-?");
    private static final Pattern POINT_BEFORE_DECIMALS =
            Pattern.compile("[^.]*\\d\\.(\\d{1,2}|\\d{4,})(\\D.*)?|.*\\d,\\d{3}\\.\\d.*|.*\\d,\\d{3},\\d{3}(\\D.*)?");
    private static final Set<NumberShape> OPEN = Set.of(NumberShape.EITHER, NumberShape.AMBIGUOUS);

    private DecimalMarks() {}

    /** The same tables, with what could be told. */
    static List<TableProfile> settled(List<TableProfile> tables) {
        Map<String, Set<NumberShape>> told =
                tables.stream().collect(Collectors.toMap(TableProfile::name, DecimalMarks::told, (a, b) -> a));
        Optional<NumberShape> others =
                only(told.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return tables.stream()
                .map(table -> {
                    Set<NumberShape> own = told.get(table.name());
                    return settled(table, own.isEmpty() ? others : only(own));
                })
                .toList();
    }

    private static TableProfile settled(TableProfile table, Optional<NumberShape> mark) {
        boolean text = table.sample().format().equals("csv");
        Map<String, ColumnProfile> columns = new LinkedHashMap<>();
        table.columns().forEach((name, column) -> columns.put(name, settled(column, mark, text)));
        return new TableProfile(table.sample(), columns);
    }

    /** A point in a number that is no text is one before decimals. */
    private static ColumnProfile settled(ColumnProfile column, Optional<NumberShape> mark, boolean text) {
        if (isOpenComma(column)) {
            boolean all = column.counts().keySet().stream()
                    .allMatch(v -> COMMA_AND_THREE.matcher(v.strip()).matches());
            return mark.map(column::written).orElse(all ? column.written(NumberShape.EITHER) : column);
        }
        boolean open = text && column.number().equals(Optional.of(NumberShape.AMBIGUOUS));
        return open && mark.isPresent()
                ? column.written(mark.get() == NumberShape.COMMA ? NumberShape.COMMA : NumberShape.PLAIN)
                : column;
    }

    /** Whether its values are whole, or have a comma with three digits behind it. */
    private static boolean isOpenComma(ColumnProfile column) {
        return column.number().equals(Optional.of(NumberShape.POINT))
                && column.counts().keySet().stream()
                        .anyMatch(v -> COMMA_AND_THREE.matcher(v.strip()).matches())
                && column.counts().keySet().stream()
                        .allMatch(v -> COMMA_AND_THREE.matcher(v.strip()).matches()
                                || WHOLE.matcher(v.strip()).matches());
    }

    /** What stands before the decimals of the file's numbers, where a column tells it by itself. */
    private static Set<NumberShape> told(TableProfile table) {
        return table.columns().values().stream()
                .filter(column -> !column.isTime())
                .flatMap(column -> column.number().stream()
                        .filter(shape -> shape == NumberShape.COMMA || hasPoint(column))
                        .map(shape -> shape == NumberShape.COMMA ? shape : NumberShape.POINT))
                .collect(Collectors.toSet());
    }

    private static boolean hasPoint(ColumnProfile column) {
        return column.counts().keySet().stream()
                .limit(ValueShapes.LOOKED_AT)
                .anyMatch(v -> POINT_BEFORE_DECIMALS.matcher(v.strip()).matches());
    }

    private static Optional<NumberShape> only(Set<NumberShape> told) {
        return told.size() == 1 ? told.stream().findFirst() : Optional.empty();
    }

    /** Where nothing tells it of what a column is made of: the line that takes it the other way. */
    static Optional<String> question(Input input, ProposedColumn made, View view) {
        return view.base().columns().values().stream()
                .filter(column -> column.number().filter(OPEN::contains).isPresent())
                .flatMap(column -> question(input, made, view.own(column)).stream())
                .findFirst();
    }

    private static Optional<String> question(Input input, ProposedColumn made, Ref ref) {
        boolean comma = ref.column().number().equals(Optional.of(NumberShape.EITHER));
        String read = comma
                ? Sql.number(ref.sql(), ref.column())
                : made.sql().equals(ref.sql()) ? ref.sql() : Sql.amount(ref);
        if (!made.sql().contains(read)) {
            return Optional.empty();
        }
        String example = ref.column().commonest(1).get(0);
        return Optional.of("Is " + example + " in " + ref.column().name() + " " + example.replaceAll("[.,].*", "")
                + ", or a thousand times as much? No number of these files tells. It is read as "
                + (comma ? "thousands" : "decimals") + "; else write\ninputs." + input.name() + ".columns."
                + made.target() + " = "
                + Hocon.value(made.sql().replace(read, "parse_number(" + ref.sql() + ", ','" + ")")));
    }
}
