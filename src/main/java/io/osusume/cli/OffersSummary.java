package io.osusume.cli;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Offers;
import io.osusume.tables.SuppressedOffers;
import io.osusume.text.Wrapping;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What is offered tonight, what it is worth, and the best of it with what speaks for it. */
final class OffersSummary {
    private static final int BEST = 10;
    private static final int ID = 12;
    private static final int LONGEST_ID = 24;
    private static final int TYPE = 12;
    private static final int ID_AND_NAME = 66;

    private final Lines out;
    private final OsusumeConfig config;
    private final SummaryWords words;
    private final Map<String, Dataset<Row>> tables;

    /** @param tables what the night published, by name, {@code offers} and {@code suppressed_offers} among them */
    OffersSummary(PrintWriter out, OsusumeConfig config, Map<String, Dataset<Row>> tables) {
        this.out = new Lines(out);
        this.config = config;
        this.words = new SummaryWords(config.run().language());
        this.tables = tables;
    }

    private Dataset<Row> offers() {
        return tables.get(Offers.TABLE.name());
    }

    private static Column currency() {
        return coalesce(col(Offers.CURRENCY), lit(""));
    }

    /** How many offers there are and what they are expected to bring, all and by type; or why there is none. */
    void total() {
        List<Row> types = offers().groupBy(col(Offers.OFFER_TYPE), currency().as(Offers.CURRENCY))
                .agg(
                        count(lit(1)).as("rows"),
                        sum(Offers.EXPECTED_VALUE).as("value"),
                        count_if(col(Offers.RANK).equalTo(1)).as("targets"))
                .orderBy(col("rows").desc(), col(Offers.OFFER_TYPE), col(Offers.CURRENCY))
                .collectAsList();
        if (types.isEmpty()) {
            out.say(nobody());
            return;
        }
        types.stream()
                .collect(
                        Collectors.groupingBy(r -> r.<String>getAs(Offers.CURRENCY), TreeMap::new, Collectors.toList()))
                .forEach(this::total);
        out.say(words.say("by_type"));
        types.forEach(r -> out.row(
                28,
                words.word("type", r.getAs(Offers.OFFER_TYPE)),
                Lines.number(r.<Long>getAs("rows")),
                words.money(r.<Double>getAs("value"), r.getAs(Offers.CURRENCY))));
    }

    private void total(String currency, List<Row> types) {
        long offers = types.stream().mapToLong(r -> r.<Long>getAs("rows")).sum();
        out.say(words.say(
                "offers",
                offers,
                types.stream().mapToLong(r -> r.<Long>getAs("targets")).sum(),
                words.money(
                        types.stream()
                                .mapToDouble(r -> r.<Double>getAs("value"))
                                .sum(),
                        currency)));
        out.say("  " + acquisition(offers * config.offers().contactCost(), currency));
    }

    /** What the 1:5 rule says of winning as much from new customers. */
    private String acquisition(double cost, String currency) {
        double dearer = config.report().acquisitionCostRatio();
        String ratio = BigDecimal.valueOf(dearer).stripTrailingZeros().toPlainString();
        return cost > 0
                ? words.say("acquisition", words.money(cost, currency), words.money(cost * dearer, currency), ratio)
                : words.say("acquisition.unknown", ratio);
    }

    private String nobody() {
        String reasons = tables
                .get(SuppressedOffers.TABLE.name())
                .groupBy(SuppressedOffers.REASON_CODE)
                .agg(count(lit(1)).as("rows"))
                .orderBy(col("rows").desc(), col(SuppressedOffers.REASON_CODE))
                .limit(3)
                .collectAsList()
                .stream()
                .map(r -> words.word("reason", r.getString(0)) + " (" + Lines.number(r.getLong(1)) + ")")
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? words.say("nobody.candidate") : words.say("nobody", reasons);
    }

    /** One of each product, or the ten best would often be the same product ten times. */
    void best() {
        Column what = coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID), col(Offers.CONTENT_TRACK));
        Column[] order = {col(Offers.RANK_SCORE).desc(), col(Offers.OFFER_ROW_ID)};
        List<Row> best = offers().withColumn(
                        "_place", row_number().over(Window.partitionBy(what).orderBy(order)))
                .where(col("_place").equalTo(1))
                .orderBy(order)
                .limit(BEST)
                .withColumn(Offers.CURRENCY, currency())
                .collectAsList();
        Map<String, List<String>> sets = best.stream()
                .filter(r -> r.getAs(Offers.BUNDLE_ID) != null)
                .collect(Collectors.toMap(
                        r -> r.<String>getAs(Offers.BUNDLE_ID), r -> r.getList(r.fieldIndex(Offers.BUNDLE_ITEMS))));
        Map<String, String> names = new OfferedNames(tables).named(sets);
        out.say(words.say("best"));
        best.forEach(r -> line(r, names));
    }

    private void line(Row offer, Map<String, String> sets) {
        String id = Wrapping.fit(offer.getAs(Offers.TARGET_ID), LONGEST_ID);
        int idColumns = Math.max(ID, Wrapping.width(id));
        String what = offer.getAs(Offers.PRODUCT_NAME) != null
                ? offer.<String>getAs(Offers.PRODUCT_NAME)
                : sets.getOrDefault(
                        offer.<String>getAs(Offers.BUNDLE_ID),
                        String.valueOf(offer.<Object>getAs(Offers.CONTENT_TRACK)));
        String worth = words.money(offer.<Double>getAs(Offers.EXPECTED_VALUE), offer.getAs(Offers.CURRENCY));
        out.whole("  " + Wrapping.padded(id, idColumns) + ' '
                + Wrapping.padded(words.word("type", offer.getAs(Offers.OFFER_TYPE)), TYPE) + ' '
                + Wrapping.padded(what, ID_AND_NAME - idColumns) + ' ' + worth);
        String why = offer.getAs(Offers.EVIDENCE_TEXT);
        out.say("      " + (why == null ? offer.<String>getAs(Offers.REASON_TEXT) : why));
    }
}
