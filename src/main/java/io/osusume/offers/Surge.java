package io.osusume.offers;

import io.osusume.tables.AccountScores;
import io.osusume.tables.Customers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * The account's people are far more active than usual.
 *
 * @param interests the products that they look into, the one of most interest first; not empty
 * @param offered what the account is offered tonight, so that its people are not; of the account itself nothing
 */
record Surge(long people, long departments, long seniors, List<Interest> interests, Set<String> offered) {

    /**
     * One product that they look into.
     *
     * @param people who did so in 28 days
     * @param seniors those of them in charge
     * @param departments of which they are, sorted
     */
    record Interest(String productId, long people, long seniors, List<String> departments) {}

    /**
     * Of a row of {@link TargetRows}; null where the account does not surge.
     *
     * @param made account → what it is offered tonight
     */
    static Surge read(Row row, Map<String, Set<String>> made) {
        int interests = row.fieldIndex(AccountScores.INTERESTS);
        if (row.isNullAt(interests)) {
            return null;
        }
        return new Surge(
                row.<Long>getAs(AccountScores.PEOPLE),
                row.<Long>getAs(AccountScores.DEPARTMENTS),
                row.<Long>getAs(AccountScores.SENIOR_PEOPLE),
                row.<Row>getList(interests).stream().map(Surge::interest).toList(),
                made.getOrDefault(row.<String>getAs(Customers.ACCOUNT_ID), Set.of()));
    }

    private static Interest interest(Row row) {
        return new Interest(
                row.getAs(AccountScores.INTEREST_PRODUCT_ID),
                row.<Long>getAs(AccountScores.PEOPLE),
                row.<Long>getAs(AccountScores.SENIOR_PEOPLE),
                List.copyOf(row.<String>getList(row.fieldIndex(AccountScores.DEPARTMENTS))));
    }

    /** How many times the usual the people who look into it speak for it. */
    static double evidence(Interest interest) {
        return Math.max(1, interest.people() / 2.0);
    }
}
