package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;

import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Features;
import io.osusume.tables.Input;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Tickets;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows about customers whom neither {@code customers} nor {@code orders}, {@code usage} or {@code subscriptions} name. They
 * are no rejects, but tell nothing of anybody. Grain: one input that has any.
 */
public final class UnknownCustomers {
    public static final String INPUT = "input";
    public static final String CUSTOMERS = "customers";
    public static final String ROWS = "rows";

    /**
     * Counts them; each input is scanned once.
     *
     * @param features {@link CustomerFeatures}
     */
    public Dataset<Row> of(Facts facts, Dataset<Row> features) {
        Dataset<Row> named = List.of(
                        named(Contacts.INPUT, facts.of(Contacts.INPUT)),
                        named(Behavior.INPUT, facts.of(Behavior.INPUT)),
                        named(Tickets.INPUT, facts.of(Tickets.INPUT)),
                        named(OfferEvents.INPUT, facts.of(OfferEvents.INPUT)))
                .stream()
                .reduce(Dataset::union)
                .orElseThrow();
        return named.join(features.select(Features.CUSTOMER_ID), new String[] {Features.CUSTOMER_ID}, "left_anti")
                .groupBy(INPUT)
                .agg(
                        count_distinct(col(Features.CUSTOMER_ID)).as(CUSTOMERS),
                        count(lit(1)).as(ROWS))
                .orderBy(INPUT);
    }

    /** A sentence for each input that has any. */
    public static List<String> notes(Facts facts, Dataset<Row> features) {
        return new UnknownCustomers()
                .of(facts, features).collectAsList().stream()
                        .map(r -> String.format(
                                Locale.ROOT,
                                "%,d rows of %s name %,d customers whom no other input knows; they count for nobody.",
                                r.<Long>getAs(ROWS),
                                r.<String>getAs(INPUT),
                                r.<Long>getAs(CUSTOMERS)))
                        .toList();
    }

    private static Dataset<Row> named(Input input, Dataset<Row> rows) {
        return rows.where(col(Features.CUSTOMER_ID).isNotNull())
                .select(lit(input.name()).as(INPUT), col(Features.CUSTOMER_ID));
    }
}
