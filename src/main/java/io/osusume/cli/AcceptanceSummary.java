package io.osusume.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;

import io.osusume.acceptance.Term;
import io.osusume.config.RunConfig.Language;
import io.osusume.tables.Acceptance;
import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether offers were taken as often as the nights that made them promised, by type, once outcomes are known. */
final class AcceptanceSummary {
    private static final String FORECAST = "_forecast";
    private static final String TAKEN = "_taken";

    private final Lines out;
    private final Locale locale;
    private final ResourceBundle words;
    private final ResourceBundle offerWords;

    AcceptanceSummary(PrintWriter out, Language language) {
        this.out = new Lines(out);
        this.locale = Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT));
        this.words = bundle("effects");
        this.offerWords = bundle("reasons");
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle(
                name, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @param acceptance rows of {@link Acceptance} */
    void print(Dataset<Row> acceptance) {
        Column type = substring_index(col(Acceptance.LEVEL), Term.BETWEEN, 1);
        List<Row> rows = acceptance
                .where(col(Acceptance.TERM).equalTo(lit(Term.TYPE)))
                .groupBy(type.as(Acceptance.LEVEL))
                .agg(
                        sum(Acceptance.FORECAST).as(FORECAST),
                        sum(Acceptance.FORECAST_TAKEN).as(TAKEN))
                .where(col(FORECAST).gt(0))
                .orderBy(Acceptance.LEVEL)
                .collectAsList();
        if (!rows.isEmpty()) {
            say("promised");
            rows.forEach(this::line);
        }
    }

    private void line(Row row) {
        double forecast = row.getAs(FORECAST);
        long taken = row.getAs(TAKEN);
        String name = offerWords.getString("type." + row.getAs(Acceptance.LEVEL));
        say(taken == 0 ? "promised.none" : "promised.type", name, forecast, taken, taken == 0 ? 0 : forecast / taken);
    }

    private void say(String key, Object... values) {
        out.say(new MessageFormat(words.getString(key), locale).format(values));
    }
}
