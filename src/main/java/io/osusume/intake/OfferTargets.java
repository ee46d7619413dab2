package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whom and what an offer event is about, where it names only the row of an offer: looked up among the offers that earlier
 * nights published. An {@code offer_row_id} is the same every night. Grain: one offer event.
 */
public final class OfferTargets {
    private static final String OFFER = "_offer";

    /**
     * Fills in customer, offer type and product; they stay null where no earlier night published the row.
     *
     * @param events accepted rows of {@code offer_events}
     * @param published offers and withheld offers of earlier nights; a row may stand there many times
     */
    public Dataset<Row> fill(Dataset<Row> events, Dataset<Row> published) {
        Dataset<Row> offers = published
                .groupBy(Offers.OFFER_ROW_ID)
                .agg(max(struct(Offers.CUSTOMER_ID, Offers.OFFER_TYPE, Offers.PRODUCT_ID))
                        .as(OFFER));
        Column[] columns = OfferEvents.TABLE.columnNames().stream()
                .map(OfferTargets::filled)
                .toArray(Column[]::new);
        return events.join(offers, new String[] {OfferEvents.OFFER_ROW_ID}, "left")
                .select(columns);
    }

    private static Column filled(String name) {
        return switch (name) {
            case OfferEvents.CUSTOMER_ID, OfferEvents.OFFER_TYPE, OfferEvents.PRODUCT_ID ->
                coalesce(col(name), col(OFFER).getField(name)).as(name);
            default -> col(name);
        };
    }
}
