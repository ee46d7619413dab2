package io.osusume.changes;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Offers;
import io.osusume.tables.Rounding;
import io.osusume.tables.SuppressedOffers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Holds a planned night against the published one: offers by their {@code offer_row_id}, the same on every night. */
public final class Comparing {
    public static final String GAINED = "gained";
    public static final String LOST = "lost";
    public static final String CHANGED = "changed";
    /** The reason of a lost offer that would go out were its target not in the control arm now. */
    public static final String WITHHELD = "withheld";
    /** The reason of a lost offer that is no candidate any more, or one that is stopped without being listed. */
    public static final String NOT_LISTED = "not_listed";

    private static final String SAME = "same";
    private static final String WHO = "_who";
    private static final String BEFORE = "_before";
    private static final String AFTER = "_after";
    private static final String CHANGE = "_change";
    private static final String REASON = "_reason";

    private final Night before;
    private final Night after;

    public Comparing(Night before, Night after) {
        this.before = before;
        this.after = after;
    }

    /** Which nights these are. */
    public record Nights(
            String runId, String runDate, Difference.Against against, String currency, List<String> notes) {}

    /** What the later one would change. */
    public Difference difference(Nights nights) {
        List<Fate> fates = fates();
        Difference.Offers offers = new Difference.Offers(
                offers(fates, LOST, CHANGED, SAME),
                offers(fates, GAINED, CHANGED, SAME),
                offers(fates, GAINED),
                offers(fates, LOST),
                offers(fates, CHANGED));
        Difference.Value value = new Difference.Value(
                Rounding.significant(fates.stream().mapToDouble(Fate::before).sum()),
                Rounding.significant(fates.stream().mapToDouble(Fate::after).sum()));
        Difference.Customers customers = customers();
        return new Difference(
                nights.runId(),
                nights.runDate(),
                nights.against(),
                nights.currency(),
                offers,
                value,
                customers,
                swing(offers, value, customers),
                fates.stream()
                        .filter(f -> !f.change().equals(SAME))
                        .map(Fate::asMove)
                        .toList(),
                rates(before.rejects(), after.rejects()),
                rates(before.matches(), after.matches()),
                Spreads.of(before.shelf(), after.shelf()),
                nights.notes());
    }

    private record Fate(String change, String type, String reason, long offers, double before, double after) {
        Difference.Move asMove() {
            return new Difference.Move(change, type, reason, offers, Rounding.significant(after - before));
        }
    }

    private static long offers(List<Fate> fates, String... changes) {
        List<String> wanted = List.of(changes);
        return fates.stream()
                .filter(f -> wanted.contains(f.change()))
                .mapToLong(Fate::offers)
                .sum();
    }

    private List<Fate> fates() {
        Column change = when(col(BEFORE).isNull(), GAINED)
                .when(col(AFTER).isNull(), LOST)
                .when(col(BEFORE + "." + Offers.ROW_HASH).notEqual(col(AFTER + "." + Offers.ROW_HASH)), CHANGED)
                .otherwise(SAME);
        Column reason = when(col(CHANGE).equalTo(LOST), coalesce(col(REASON), lit(NOT_LISTED)))
                .otherwise(col(AFTER + "." + Offers.REASON_CODE));
        return rows(before.offers(), BEFORE)
                .join(rows(after.offers(), AFTER), seq(Offers.OFFER_ROW_ID), "full_outer")
                .join(stopped(), seq(Offers.OFFER_ROW_ID), "left")
                .withColumn(CHANGE, change)
                .groupBy(
                        col(CHANGE),
                        coalesce(col(AFTER + "." + Offers.OFFER_TYPE), col(BEFORE + "." + Offers.OFFER_TYPE))
                                .as("type"),
                        reason.as("reason"))
                .agg(count(lit(1)), value(BEFORE), value(AFTER))
                .orderBy(CHANGE, "type", "reason")
                .collectAsList()
                .stream()
                .map(r -> new Fate(
                        r.getString(0), r.getString(1), r.getString(2), r.getLong(3), r.getDouble(4), r.getDouble(5)))
                .toList();
    }

    private static Dataset<Row> rows(Dataset<Row> offers, String side) {
        return offers.select(
                col(Offers.OFFER_ROW_ID),
                struct(Offers.OFFER_TYPE, Offers.REASON_CODE, Offers.ROW_HASH, Offers.EXPECTED_VALUE)
                        .as(side));
    }

    private static Column value(String side) {
        return coalesce(sum(col(side + "." + Offers.EXPECTED_VALUE)), lit(0.0));
    }

    /** What the later night did with candidates that do not go out. */
    private Dataset<Row> stopped() {
        return after.suppressed()
                .select(
                        col(SuppressedOffers.OFFER_ROW_ID),
                        col(SuppressedOffers.REASON_CODE).as(REASON))
                .unionByName(after.withheld()
                        .select(col(Offers.OFFER_ROW_ID), lit(WITHHELD).as(REASON)));
    }

    private Difference.Customers customers() {
        Row found = whom(before.offers(), BEFORE)
                .join(whom(after.offers(), AFTER), seq(WHO), "full_outer")
                .agg(
                        count(col(BEFORE)),
                        count(col(AFTER)),
                        count_if(col(BEFORE).isNull()),
                        count_if(col(AFTER).isNull()))
                .first();
        return new Difference.Customers(found.getLong(0), found.getLong(1), found.getLong(2), found.getLong(3));
    }

    private static Dataset<Row> whom(Dataset<Row> offers, String side) {
        return offers.select(
                        coalesce(col(Offers.CUSTOMER_ID), col(Offers.TARGET_ID)).as(WHO))
                .distinct()
                .withColumn(side, lit(1));
    }

    private static String[] seq(String column) {
        return new String[] {column};
    }

    private static Difference.Swing swing(
            Difference.Offers offers, Difference.Value value, Difference.Customers customers) {
        return new Difference.Swing(
                share((double) (offers.gained() + offers.lost()), (double) (offers.before() + offers.gained())),
                share(
                        Math.abs(value.after() - value.before()),
                        Math.max(Math.abs(value.after()), Math.abs(value.before()))),
                share((double) (customers.newlyContacted() + customers.newlySilent()), (double)
                        (customers.before() + customers.newlyContacted())));
    }

    /** Of values of both signs the difference may be more than the larger; more than all is all. */
    private static double share(double part, double whole) {
        return whole == 0 ? 0 : Rounding.significant(Math.min(1, part / whole));
    }

    private static Map<String, Difference.Rate> rates(Map<String, Double> before, Map<String, Double> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        Map<String, Difference.Rate> rates = new TreeMap<>();
        names.forEach(name -> rates.put(name, new Difference.Rate(before.get(name), after.get(name))));
        return rates;
    }
}
