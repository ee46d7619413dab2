package io.osusume.accounts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.osusume.features.Facts;
import io.osusume.tables.Behavior;
import io.osusume.tables.Products;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether scoring accounts tells anything: it takes several products, and several people an account who are seen acting. */
public final class Preconditions {
    private Preconditions() {}

    /**
     * Why accounts cannot be scored, in sentences for the report; empty when they can. Where it is not, an empty table is
     * to be published instead of noise.
     *
     * @param activity {@link AccountActivity}
     */
    public static List<String> unmet(Facts facts, Dataset<Row> activity) {
        if (!facts.knows(Behavior.INPUT)) {
            return List.of("Accounts are not scored: there is no input behavior.");
        }
        List<String> reasons = new ArrayList<>();
        Row found = activity.agg(count(lit(1)), coalesce(max(AccountActivity.PEOPLE_SEEN), lit(0L)))
                .first();
        if (found.getLong(0) == 0) {
            reasons.add("Accounts are not scored: no customer and no event names an account.");
        } else if (found.getLong(1) < 2) {
            reasons.add("Accounts are not scored: no account has events of more than one person.");
        }
        if (facts.of(Products.INPUT).limit(2).count() < 2) {
            reasons.add("Accounts are not scored: there is only one product.");
        }
        return reasons;
    }
}
