package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.RunConfig.Language;
import io.osusume.tables.Customers;
import io.osusume.tables.Offers;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.spark.sql.Column;

/**
 * The sentence that says why: the customer's benefit and the evidence, from templates in {@code reasons_<language>
 * .properties} by reason code. The customer's locale chooses the language, else the configured one.
 */
final class ReasonText {
    /** Reason codes, each with a template in every language. */
    static final String ALSO_BOUGHT = "also_bought";

    static final String NEAR_LIMIT = "near_limit";
    static final String HEAVY_USE = "heavy_use";

    private final Language language;

    ReasonText(Language language) {
        this.language = language;
    }

    static Column code() {
        return when(col(Candidates.TRIGGER).equalTo(Candidates.USAGE_LIMIT), lit(NEAR_LIMIT))
                .when(col(Candidates.TRIGGER).equalTo(Candidates.HEAVY_SPEND), lit(HEAVY_USE))
                .otherwise(lit(ALSO_BOUGHT));
    }

    Column text() {
        Column locale = lower(coalesce(col(Customers.LOCALE), lit(language.name())));
        return when(locale.startsWith("ja"), in(Language.JA))
                .when(locale.startsWith("en"), in(Language.EN))
                .otherwise(in(language));
    }

    private static Column in(Language language) {
        ResourceBundle templates = ResourceBundle.getBundle(
                "reasons",
                Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT)),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return when(col(Offers.REASON_CODE).equalTo(NEAR_LIMIT), filled(templates.getString(NEAR_LIMIT)))
                .when(col(Offers.REASON_CODE).equalTo(HEAVY_USE), filled(templates.getString(HEAVY_USE)))
                .otherwise(filled(templates.getString(ALSO_BOUGHT)));
    }

    private static Column filled(String template) {
        Column figure = col(Candidates.FIGURE);
        Column text = put(lit(template), "{percent}", format_number(figure.multiply(100), 0));
        text = put(text, "{amount}", format_number(figure, 0));
        text = put(text, "{lift}", coalesce(format_number(col(Candidates.LIFT), 1), lit("")));
        text = put(text, "{anchor}", coalesce(col("anchor_name"), col(Candidates.ANCHOR_PRODUCT_ID)));
        return put(text, "{product}", coalesce(col(Offers.PRODUCT_NAME), col(Candidates.PRODUCT_ID)));
    }

    private static Column put(Column text, String name, Column value) {
        return replace(text, lit(name), value);
    }
}
