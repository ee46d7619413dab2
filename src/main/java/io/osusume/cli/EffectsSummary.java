package io.osusume.cli;

import static org.apache.spark.sql.functions.col;

import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Effects;
import io.osusume.tables.Verdict;
import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether the offers work, in the morning's words, from the sentences of {@code effects_*.properties}. */
final class EffectsSummary {
    private static final int MOST = 20;

    /** What a part of a cell is called: column → vocabulary of its codes; the id of a product is its own word. */
    private static final Map<String, String> PARTS = Map.of(
            Effects.OFFER_TYPE, "type",
            Effects.TRIGGER, "trigger",
            Effects.SEGMENT, "segment",
            Effects.PRODUCT_ID, "product");

    private final Lines out;
    private final OsusumeConfig config;
    private final Locale locale;
    private final ResourceBundle words;
    private final SummaryWords codes;

    EffectsSummary(PrintWriter out, OsusumeConfig config) {
        this.out = new Lines(out);
        this.codes = new SummaryWords(config.run().language());
        this.config = config;
        this.locale = Locale.forLanguageTag(config.run().language().name().toLowerCase(Locale.ROOT));
        this.words = ResourceBundle.getBundle(
                "effects",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The totals of each experiment, and the cells of which something can be said. */
    void print(Dataset<Row> effects) {
        List<Row> rows = effects.where(col(Effects.OFFER_TYPE)
                        .equalTo(Effects.ALL)
                        .or(col(Effects.VERDICT).isin(Verdict.WORKS.wire(), Verdict.HARMS.wire())))
                .orderBy(order())
                .limit(MOST)
                .collectAsList();
        say("title");
        rows.forEach(this::line);
        rows.forEach(this::returned);
    }

    private static Column[] order() {
        return Effects.TABLE.key().stream().map(c -> col(c)).toArray(Column[]::new);
    }

    private void line(Row row) {
        say("row", name(row), word("outcome." + row.getAs(Effects.OUTCOME), row.getAs(Effects.OUTCOME)), verdict(row));
        if (row.getAs(Effects.EFFECT) != null && row.getAs(Effects.WHY) == null) {
            say(
                    "figures",
                    number(row, Effects.EFFECT),
                    number(row, Effects.ALWAYS_LOW),
                    number(row, Effects.ALWAYS_HIGH),
                    number(row, Effects.MEAN_TREATED),
                    number(row, Effects.MEAN_CONTROL),
                    row.<Long>getAs(Effects.N_TREATED),
                    row.<Long>getAs(Effects.N_CONTROL));
        }
    }

    private String verdict(Row row) {
        String verdict = row.getAs(Effects.VERDICT);
        String why = row.getAs(Effects.WHY);
        if (why != null) {
            return MessageFormat.format(words.getString("why." + why), row.<Long>getAs(Effects.N_WAITING));
        }
        Double more = row.getAs(Effects.MORE_CUSTOMERS);
        if (!verdict.equals(Verdict.NO_EVIDENCE_YET.wire()) || more == null) {
            return words.getString("verdict." + verdict);
        }
        return more == 0
                ? MessageFormat.format(
                        words.getString("verdict.none"), config.effects().worthwhile())
                : new MessageFormat(words.getString("verdict.more"), locale).format(new Object[] {
                    more, row.getAs(Effects.MORE_NIGHTS), config.effects().worthwhile()
                });
    }

    /** What one unit of money for offers brought back, where the margin's effect is measured and offers cost anything. */
    private void returned(Row row) {
        double cost = config.offers().contactCost();
        boolean isTotal = row.getAs(Effects.OFFER_TYPE).equals(Effects.ALL)
                && row.getAs(Effects.EXPERIMENT_ID).equals(config.experiment().id());
        if (isTotal
                && row.getAs(Effects.OUTCOME).equals(Effects.MARGIN)
                && row.getAs(Effects.WHY) == null
                && cost > 0) {
            Double delivered = row.getAs(Effects.SHARE_DELIVERED);
            double contacts = delivered == null || delivered == 0 ? 1 : delivered;
            say("returned", row.<Double>getAs(Effects.EFFECT) / (contacts * cost), cost);
        }
    }

    private String name(Row row) {
        StringBuilder name = new StringBuilder(row.<String>getAs(Effects.EXPERIMENT_ID));
        for (String part : List.of(Effects.OFFER_TYPE, Effects.TRIGGER, Effects.SEGMENT, Effects.PRODUCT_ID)) {
            if (!row.getAs(part).equals(Effects.ALL)) {
                name.append(" · ").append(codes.word(PARTS.get(part), row.getAs(part)));
            }
        }
        return name.toString();
    }

    private String word(String key, String otherwise) {
        return words.containsKey(key) ? words.getString(key) : otherwise;
    }

    private static String number(Row row, String column) {
        return String.format(Locale.ROOT, "%,.4g", row.<Double>getAs(column));
    }

    private void say(String key, Object... values) {
        out.say(new MessageFormat(words.getString(key), locale).format(values));
    }
}
