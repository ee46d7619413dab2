package io.osusume.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.tables.OfferEvents;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OfferTargetsTest {
    @Test
    void anEventTakesWhatItsOfferSaysAndKeepsWhatItSaysItself() {
        Dataset<Row> events = TestSession.spark()
                .sql("SELECT * FROM VALUES ('row-1', NULL, NULL, NULL, 'unsubscribed'),"
                        + " ('row-1', 'c9', 'upsell', 'p9', 'declined'), ('row-9', NULL, NULL, NULL, 'declined'),"
                        + " (NULL, 'c3', 'bundle', 'p3', 'accepted')"
                        + " AS t(offer_row_id, customer_id, offer_type, product_id, event)");
        for (String name : OfferEvents.TABLE.columnNames()) {
            if (!List.of(events.columns()).contains(name)) {
                events = events.withColumn(
                        name,
                        org.apache
                                .spark
                                .sql
                                .functions
                                .lit(null)
                                .cast(OfferEvents.TABLE
                                        .column(name)
                                        .orElseThrow()
                                        .type()));
            }
        }
        // The same row on three nights, on one of which it named no product: one event stays one event, and of what the
        // nights say the last in the order of customer, type and product holds.
        Dataset<Row> published = TestSession.spark()
                .sql("SELECT * FROM VALUES ('row-1', 'c1', 'cross_sell', 'p1'), ('row-1', 'c1', 'cross_sell', 'p0'),"
                        + " ('row-1', 'c1', 'cross_sell', CAST(NULL AS STRING)),"
                        + " ('row-2', 'c2', 'upsell', 'p2') AS t(offer_row_id, customer_id, offer_type, product_id)");
        List<String> filled = new OfferTargets()
                        .fill(events, published)
                        .select(
                                OfferEvents.CUSTOMER_ID,
                                OfferEvents.OFFER_TYPE,
                                OfferEvents.PRODUCT_ID,
                                OfferEvents.EVENT)
                        .collectAsList()
                        .stream()
                        .map(r -> r.mkString(" "))
                        .toList();
        assertThat(filled)
                .containsExactlyInAnyOrder(
                        "c1 cross_sell p1 unsubscribed",
                        "c9 upsell p9 declined",
                        "null null null declined",
                        "c3 bundle p3 accepted");
    }
}
