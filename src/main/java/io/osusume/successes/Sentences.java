package io.osusume.successes;

import io.osusume.config.ReasonTemplates;
import io.osusume.config.RunConfig.Language;
import io.osusume.tables.SuccessCases;
import io.osusume.text.Writing;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** A pattern in words of the configured language. What followed is told beside what came without it, and as no more than that. */
final class Sentences implements Serializable {
    static final String PRODUCT_NAME = "_product_name";
    static final String OWNED_NAME = "_owned_name";

    private final ReasonTemplates words;
    private final Map<String, String> types;
    private final Writing writing;
    private final String currency;

    Sentences(Language language, String currency) {
        this.words = ReasonTemplates.successes(language);
        this.types = new HashMap<>(ReasonTemplates.offerTypes(language));
        this.writing = new Writing(language);
        this.currency = currency;
    }

    /** @param pattern with the names of its products */
    String situation(Row pattern) {
        List<String> parts = new ArrayList<>();
        if (!isAll(pattern, SuccessCases.OWNED_PRODUCT_ID)) {
            String owned = writing.name(name(pattern, OWNED_NAME, SuccessCases.OWNED_PRODUCT_ID));
            parts.add(words.fill("situation.owned", Map.of("product", owned)));
        }
        word(pattern, SuccessCases.USE_BAND, "use", parts);
        word(pattern, SuccessCases.TRIGGER, "trigger", parts);
        word(pattern, SuccessCases.SEGMENT, "segment", parts);
        return parts.isEmpty()
                ? words.fill("situation.any", Map.of())
                : String.join(writing.japanese() ? "、" : ", ", parts);
    }

    private void word(Row pattern, String column, String vocabulary, List<String> parts) {
        if (!isAll(pattern, column)) {
            parts.add(words.fill(vocabulary + "." + pattern.getAs(column), Map.of()));
        }
    }

    /**
     * The sentence.
     *
     * @param gain of those who took it; null where too few could be followed
     * @param others of those who did not; null likewise
     */
    String text(Row pattern, String situation, MeanInterval gain, MeanInterval others) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("type", types.get(pattern.<String>getAs(SuccessCases.OFFER_TYPE)));
        figures.put("product", product(pattern));
        figures.put("situation", situation);
        figures.put("accepted", pattern.getAs(SuccessCases.ACCEPTED));
        figures.put("offered", pattern.getAs(SuccessCases.OFFERED));
        figures.put("followed", pattern.getAs(SuccessCases.FOLLOWED));
        figures.put("value", gain == null ? "unknown" : others == null ? "alone" : "beside");
        if (gain != null) {
            figures.put("gain", money(gain.mean()));
            figures.put("low", money(gain.low()));
            figures.put("high", money(gain.high()));
        }
        if (others != null) {
            figures.put("others", money(others.mean()));
        }
        return words.fill("text", figures);
    }

    private String product(Row pattern) {
        return isAll(pattern, SuccessCases.PRODUCT_ID)
                ? words.fill("any_product", Map.of())
                : writing.name(name(pattern, PRODUCT_NAME, SuccessCases.PRODUCT_ID));
    }

    private static String name(Row pattern, String name, String id) {
        String known = pattern.getAs(name);
        return known == null ? pattern.getAs(id) : known;
    }

    /** Always with its sign: it is a change. */
    private String money(double amount) {
        String plain = writing.money(BigDecimal.valueOf(Math.abs(amount)), currency);
        return (amount < 0 ? "−" : "+") + plain;
    }

    private static boolean isAll(Row pattern, String column) {
        return SuccessCases.ALL.equals(pattern.getAs(column));
    }
}
