package io.osusume.changes;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Two small nights whose difference is counted by hand. */
class ComparingTest {
    private static final String OFFERS = "offer_row_id STRING, customer_id STRING, target_id STRING, offer_type STRING,"
            + " reason_code STRING, row_hash STRING, expected_value DOUBLE";
    private static final String STOPPED = "offer_row_id STRING, reason_code STRING";
    private static final String SHELF = "offer_type STRING, offers LONG, rank_of_share INT, offerable LONG";
    private static final Map<String, Double> NONE = Map.of();

    private static Row offer(String id, String customer, String type, String reason, String hash, double value) {
        return row(id, customer, customer, type, reason, hash, value);
    }

    private static Night night(Dataset<Row> offers, Dataset<Row> withheld, Dataset<Row> suppressed, Row... shelf) {
        return new Night(offers, withheld, suppressed, rows(SHELF, shelf), Map.of("orders", 0.01), NONE);
    }

    private static final Night BEFORE = night(
            rows(
                    OFFERS,
                    offer("1", "ann", "cross_sell", "also_bought", "a", 100),
                    offer("2", "ann", "upsell", "near_limit", "b", 50),
                    offer("3", "bob", "cross_sell", "also_bought", "c", 20),
                    offer("4", "cem", "cross_sell", "also_bought", "d", 10),
                    row("5", null, "account-1", "cross_sell", "account_interest", "e", 20.0)),
            rows(OFFERS),
            rows(STOPPED),
            row("cross_sell", 3L, 1, 4L),
            row("cross_sell", 1L, 2, 4L),
            row("upsell", 1L, 1, 4L));

    private static final Night AFTER = new Night(
            rows(
                    OFFERS,
                    offer("1", "ann", "cross_sell", "also_bought", "a", 110),
                    offer("2", "ann", "upsell", "heavy_use", "z", 60),
                    offer("6", "dan", "bundle", "sells_together", "f", 30)),
            rows(OFFERS, offer("4", "cem", "cross_sell", "also_bought", "d", 10)),
            rows(STOPPED, row("3", "contact_cap"), row("9", "owned")),
            rows(SHELF, row("cross_sell", 2L, 1, 4L), row("cross_sell", 2L, 2, 4L)),
            Map.of("orders", 0.02, "usage", 0.0),
            NONE);

    private static Difference difference(Night before, Night after) {
        return new Comparing(before, after)
                .difference(new Comparing.Nights("r", "2026-06-30", null, "JPY", List.of("a note")));
    }

    /** 5 offers before, 3 after: 1 stays, 2 changes, 3, 4 and 5 go, 6 comes; 200 before and after. */
    @Test
    void everyOfferHasOneFateAndWhatStopsItIsTold() {
        Difference d = difference(BEFORE, AFTER);
        assertThat(d.offers()).isEqualTo(new Difference.Offers(5, 3, 1, 3, 1));
        assertThat(d.expectedValue()).isEqualTo(new Difference.Value(200, 200));
        assertThat(d.moves())
                .containsExactlyInAnyOrder(
                        new Difference.Move("gained", "bundle", "sells_together", 1, 30),
                        new Difference.Move("lost", "cross_sell", "contact_cap", 1, -20),
                        new Difference.Move("lost", "cross_sell", "withheld", 1, -10),
                        new Difference.Move("lost", "cross_sell", "not_listed", 1, -20),
                        new Difference.Move("changed", "upsell", "heavy_use", 1, 10));
        assertThat(d.notes()).containsExactly("a note");
    }

    /** ann, bob, cem and the account before; ann and dan after. Of 6 offers in either night 4 stand in one; of 5 targets 4. */
    @Test
    void customersAndSwing() {
        Difference d = difference(BEFORE, AFTER);
        assertThat(d.customers()).isEqualTo(new Difference.Customers(4, 2, 1, 3));
        assertThat(d.swing()).isEqualTo(new Difference.Swing(0.666666667, 0, 0.8));
        assertThat(d.swing().most()).isEqualTo(0.8);
    }

    /** Cross-sell before: 3, 1, 0, 0 of four: Σ (n + 1 − 2i) x ÷ (n Σ x) = (3·3 + 1·1) ÷ (4·4) = .625; after 2, 2, 0, 0: .5. */
    @Test
    void shelvesAndRates() {
        Difference d = difference(BEFORE, AFTER);
        assertThat(d.shelf())
                .containsOnly(
                        Map.entry(
                                "cross_sell",
                                new Difference.ShelfChange(
                                        new Difference.Spread(2, 4, 1, .625), new Difference.Spread(2, 4, 1, .5))),
                        Map.entry("upsell", new Difference.ShelfChange(new Difference.Spread(1, 4, 1, .75), null)));
        assertThat(d.rejects())
                .containsOnly(
                        Map.entry("orders", new Difference.Rate(0.01, 0.02)),
                        Map.entry("usage", new Difference.Rate(null, 0.0)));
        assertThat(d.matches()).isEmpty();
    }

    @Test
    void aNightAgainstItselfDoesNotSwing() {
        Difference d = difference(AFTER, AFTER);
        assertThat(d.moves()).isEmpty();
        assertThat(d.swing()).isEqualTo(new Difference.Swing(0, 0, 0));
        Night nothing = night(rows(OFFERS), rows(OFFERS), rows(STOPPED));
        assertThat(difference(nothing, nothing).swing().most()).isZero();
        assertThat(difference(nothing, AFTER).swing()).isEqualTo(new Difference.Swing(1, 1, 1));
    }

    /** Values of both signs may move by more than the larger of them. */
    @Test
    void noShareIsMoreThanAll() {
        Night loss = night(
                rows(OFFERS, offer("1", "ann", "cross_sell", "also_bought", "a", -100)), rows(OFFERS), rows(STOPPED));
        assertThat(difference(BEFORE, loss).swing().expectedValue()).isEqualTo(1);
    }
}
