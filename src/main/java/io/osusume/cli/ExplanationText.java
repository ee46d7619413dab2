package io.osusume.cli;

import io.osusume.config.RunConfig.Language;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.SuppressedOffers;
import java.io.PrintWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Prints an {@link Explanation} for a person, in English or Japanese, from the sentences of {@code explain_*.properties}. */
final class ExplanationText {
    private static final List<String> SCORES = List.of(
            LwpSegments.WHAT_PURCHASES,
            LwpSegments.WHAT_UTILISATION,
            LwpSegments.WHAT_TREND,
            LwpSegments.WHAT_INTEREST,
            LwpSegments.WHAT_NEEDS,
            LwpSegments.WHAT_PROBLEMS,
            LwpSegments.PACE_TOUCH,
            LwpSegments.RESPONSE_RATE,
            LwpSegments.RESULTS,
            LwpSegments.ROOM_TO_GROW,
            LwpSegments.LOYALTY_SCORE,
            LwpSegments.USAGE_TREND,
            LwpSegments.CONTACTS_30D,
            LwpSegments.REACTIONS_30D,
            LwpSegments.OPEN_ISSUES,
            LwpSegments.CANCEL_REQUESTED,
            LwpSegments.MAY_CONTACT);

    private final ResourceBundle words;
    /** Of offers: what their types are called. */
    private final ResourceBundle offerWords;

    private final PrintWriter out;

    ExplanationText(Language language, PrintWriter out) {
        this.words = bundle("explain", language);
        this.offerWords = bundle("reasons", language);
        this.out = out;
    }

    private static ResourceBundle bundle(String name, Language language) {
        return ResourceBundle.getBundle(
                name,
                Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT)),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    void print(Explanation e) {
        say("customer", e.customer());
        e.segments().forEach(this::segment);
        holdings(e.holdings());
        ranked(e.ranked());
        offers("offers", e.offers());
        offers("withheld", e.withheld());
        suppressed(e.suppressed());
        out.flush();
    }

    private void segment(Row row) {
        say(
                "segment",
                word("segment." + row.getAs(LwpSegments.SEGMENT)),
                row.getAs(LwpSegments.PRIORITY),
                Cells.shown(row, LwpSegments.WHAT_SCORE),
                word("level." + row.getAs(LwpSegments.WHAT_LEVEL)),
                Cells.shown(row, LwpSegments.WHAT_CUT),
                Cells.shown(row, LwpSegments.PACE_SCORE),
                word("level." + row.getAs(LwpSegments.PACE_LEVEL)),
                Cells.shown(row, LwpSegments.PACE_CUT));
        for (String score : SCORES) {
            if (row.getAs(score) != null) {
                out.printf(Locale.ROOT, "    %s: %s%n", word("score." + score), Cells.shown(row, score));
            }
        }
    }

    private void holdings(List<Row> rows) {
        say(rows.isEmpty() ? "holdings.none" : "holdings");
        for (Row row : rows) {
            boolean contract = row.getAs(CustomerHoldings.CONTRACT_QUANTITY) != null;
            say(
                    contract ? "holding.contract" : "holding.bought",
                    row.getAs(CustomerHoldings.PRODUCT_ID),
                    Cells.shown(row, contract ? CustomerHoldings.CONTRACT_QUANTITY : CustomerHoldings.NET_QUANTITY),
                    Cells.day(row, contract ? CustomerHoldings.RENEWS_AT : CustomerHoldings.LAST_BOUGHT_AT),
                    row.<Boolean>getAs(CustomerHoldings.OWNED) ? word("owned") : "");
        }
    }

    private void ranked(List<Row> rows) {
        say(rows.isEmpty() ? "ranked.none" : "ranked");
        for (Row row : rows) {
            Object nearest = row.getAs(RankedProducts.NEAREST_PRODUCT_ID);
            say(
                    "ranked.product",
                    row.getAs(RankedProducts.PLACE),
                    row.getAs(RankedProducts.PRODUCT_ID),
                    Cells.shown(row, RankedProducts.P_BUY),
                    nearest == null ? "-" : nearest,
                    Cells.shown(row, RankedProducts.NEAREST),
                    Cells.shown(row, RankedProducts.CUSTOMER_RULE),
                    Cells.shown(row, RankedProducts.ORDER_RULE),
                    Cells.shown(row, RankedProducts.NEW_BUYERS_28D),
                    Cells.shown(row, RankedProducts.NEWCOMERS_LIKE),
                    Cells.shown(row, RankedProducts.TASTE),
                    Cells.shown(row, RankedProducts.CATEGORY_SHARE),
                    Cells.shown(row, RankedProducts.LOOKS_28D),
                    Cells.shown(row, RankedProducts.ACCOUNT_LOOKS_28D));
        }
    }

    private void offers(String title, List<Row> rows) {
        say(rows.isEmpty() ? title + ".none" : title);
        for (Row row : rows) {
            say(
                    "offer",
                    row.getAs(Offers.RANK),
                    word(offerWords, "type." + row.getAs(Offers.OFFER_TYPE)),
                    Cells.subject(row),
                    word("target." + row.getAs(Offers.TARGET_TYPE)),
                    word("trigger." + row.getAs(Offers.TRIGGER)),
                    Cells.day(row, Offers.VALID_FROM),
                    Cells.day(row, Offers.VALID_TO),
                    row.getAs(Offers.CHANNEL));
            arithmetic(row);
        }
    }

    private void suppressed(List<Row> rows) {
        say(rows.isEmpty() ? "suppressed.none" : "suppressed");
        for (Row row : rows) {
            Object release = row.getAs(SuppressedOffers.RELEASE_DATE);
            say(
                    release == null ? "stopped" : "stopped.until",
                    word(offerWords, "type." + row.getAs(Offers.OFFER_TYPE)),
                    Cells.subject(row),
                    word("reason." + row.getAs(Offers.REASON_CODE)),
                    row.getAs(Offers.REASON_CODE),
                    release == null ? "" : Cells.day(row, SuppressedOffers.RELEASE_DATE));
            Stream.of(SuppressedOffers.BLOCKED_BY, SuppressedOffers.MORE)
                    .filter(c -> row.getAs(c) != null && !row.getAs(c).equals(0L))
                    .forEach(c -> say("stopped." + c, row.<Object>getAs(c)));
            arithmetic(row);
        }
    }

    private void arithmetic(Row row) {
        out.println("        " + row.getAs(Offers.REASON_TEXT));
        if (row.getAs(Offers.P_BUY) != null && OfferType.CROSS_SELL.wire().equals(row.getAs(Offers.OFFER_TYPE))) {
            say(
                    "likely",
                    Cells.shown(row, Offers.P_BUY),
                    Cells.shown(row, Offers.P_BUY_TIMES_USUAL),
                    Cells.shown(row, Offers.EVIDENCE));
        }
        say(
                "acceptance",
                Cells.shown(row, Offers.P_ACCEPT),
                Cells.shown(row, Offers.PRIOR),
                Cells.shown(row, Offers.PRIOR_STRENGTH),
                Cells.shown(row, Offers.TAKEN),
                Cells.shown(row, Offers.TRIALS));
        AcceptanceSum.lines(row, words).forEach(out::println);
        say(
                "value",
                Cells.shown(row, Offers.UPLIFT),
                Cells.shown(row, Offers.UNIT_MARGIN),
                Cells.shown(row, Offers.DELTA_LTV),
                Cells.shown(row, Offers.CONTACT_COST),
                Cells.shown(row, Offers.P_ACCEPT),
                Cells.shown(row, Offers.FATIGUE_COST),
                Cells.shown(row, Offers.EXPECTED_VALUE),
                Cells.shown(row, Offers.TRIGGER_WEIGHT),
                Cells.shown(row, Offers.RANK_SCORE));
    }

    private String word(String key) {
        return word(words, key);
    }

    private static String word(ResourceBundle words, String key) {
        return words.containsKey(key) ? words.getString(key) : key.substring(key.indexOf('.') + 1);
    }

    private void say(String key, Object... values) {
        out.println(new MessageFormat(words.getString(key), Locale.ROOT).format(values));
    }
}
