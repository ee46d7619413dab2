package io.osusume.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.FeaturesConfig;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a person is told of facts that do not go together, in sentences. */
public final class FactNotes {
    private static final int NAMED = 3;

    private FactNotes() {}

    /**
     * All of them.
     *
     * @param holdings {@link Holdings}
     * @param customers {@link CustomerFeatures}
     */
    public static List<String> of(
            Facts facts, Dataset<Row> holdings, Dataset<Row> customers, FeaturesConfig config, LocalDate asOf) {
        List<String> notes = new ArrayList<>(UnknownCustomers.notes(facts, customers));
        notes.addAll(new MetricNotes(config).of(facts));
        notes.addAll(nobodys(facts, holdings));
        notes.addAll(LapsedContracts.notes(facts, asOf));
        notes.addAll(PackedProducts.notes(facts));
        return notes;
    }

    /** Use of products that nobody has: of another name than what is sold, or never on record as sold. */
    private static List<String> nobodys(Facts facts, Dataset<Row> holdings) {
        if (!facts.knows(Usage.INPUT)) {
            return List.of();
        }
        return facts
                .of(Usage.INPUT)
                .join(
                        holdings.select(CustomerHoldings.PRODUCT_ID).distinct(),
                        new String[] {Usage.PRODUCT_ID},
                        "left_anti")
                .groupBy(Usage.PRODUCT_ID)
                .agg(
                        count(lit(1)).as("rows"),
                        count_distinct(col(Usage.CUSTOMER_ID)).as("customers"))
                .orderBy(col("rows").desc(), col(Usage.PRODUCT_ID))
                .limit(NAMED)
                .collectAsList()
                .stream()
                .map(r -> String.format(
                        Locale.ROOT,
                        "Nobody has bought %1$s or has it under contract, and %2$,d rows of usage are of it (%3$,d customers): no"
                                + " upgrade follows from them. Where it is sold under another id, map that in"
                                + " inputs.usage.columns.product_id.",
                        r.getString(0),
                        r.getLong(1),
                        r.getLong(2)))
                .toList();
    }
}
