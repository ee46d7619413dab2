package io.osusume.changes;

import java.util.List;
import java.util.Map;

/**
 * What a planned night would change. Where nothing is published to compare it with, everything before is nothing.
 *
 * @param runId of the planned night
 * @param runDate its as-of day, YYYY-MM-DD
 * @param against the published night that it is compared with; null: none of that day or before is published
 * @param currency of all amounts
 * @param moves by what becomes of them, type and reason, in this order
 * @param rejects input → share of rejected rows
 * @param matches column → share of rows that match
 * @param shelf offer type → how its offers spread over products
 * @param notes what a person should know of the comparison, in sentences
 */
public record Difference(
        String runId,
        String runDate,
        Against against,
        String currency,
        Offers offers,
        Value expectedValue,
        Customers customers,
        Swing swing,
        List<Move> moves,
        Map<String, Rate> rejects,
        Map<String, Rate> matches,
        Map<String, ShelfChange> shelf,
        List<String> notes) {

    /** The published night. */
    public record Against(String runId, String runDate) {}

    /** Offers that go out. Changed are those that stay but for what someone would act on (their {@code row_hash}). */
    public record Offers(long before, long after, long gained, long lost, long changed) {}

    /** Σ expected_value. */
    public record Value(double before, double after) {}

    /** Those who get an offer: customers, and accounts of which nobody is named. */
    public record Customers(long before, long after, long newlyContacted, long newlySilent) {}

    /**
     * How far the night swings, each 0 to 1.
     *
     * @param offers gained and lost ÷ all that stand in either night
     * @param expectedValue |after − before| ÷ the larger of the two
     * @param customers newly contacted and newly silent ÷ all who get an offer in either night
     */
    public record Swing(double offers, double expectedValue, double customers) {
        /** The largest of the three. */
        public double most() {
            return Math.max(offers, Math.max(expectedValue, customers));
        }
    }

    /**
     * Offers that share one fate.
     *
     * @param change gained, lost or changed
     * @param reasonCode of gained and changed ones why they are made; of lost ones what stops them now
     * @param expectedValue Σ after − Σ before
     */
    public record Move(String change, String offerType, String reasonCode, long offers, double expectedValue) {}

    /** A share before and after; null: that night has no such input or column. */
    public record Rate(Double before, Double after) {}

    /**
     * How the offers of one type spread over products.
     *
     * @param products that are offered
     * @param offerable that might have been
     * @param topTen share of the ten most offered, 0 to 1
     * @param gini of how often each offerable one is offered: 0 all alike, towards 1 all one
     */
    public record Spread(long products, long offerable, double topTen, double gini) {}

    /** The spread before and after; null: no offer of the type. */
    public record ShelfChange(Spread before, Spread after) {}
}
