package io.osusume.tables;

import java.util.List;

/**
 * Handed between stages: {@code plan_retention}, how contracts of each plan stay on. Either α and β of the
 * shifted-beta-geometric (Fader and Hardie 2007; retention at renewal t is (β+t−1)/(α+β+t−1)), or one rate for all renewals.
 */
public final class PlanRetentions {
    public static final String PRODUCT_ID = "product_id";
    public static final String PERIOD_DAYS = "period_days";
    public static final String ALPHA = "alpha";
    public static final String BETA = "beta";
    public static final String RATE = "rate";

    public static final Table TABLE = Table.of(
            "plan_retention",
            "one product billed by period",
            List.of(PRODUCT_ID),
            Field.text(PRODUCT_ID, "The plan"),
            Field.estimate(PERIOD_DAYS, "From renewal to renewal").in("days"),
            Field.estimate(ALPHA, "α of the shifted-beta-geometric").orNull("rate holds"),
            Field.estimate(BETA, "β of it").orNull("rate holds"),
            Field.estimate(RATE, "The share that stays at each renewal").orNull("alpha and beta hold"));

    private PlanRetentions() {}
}
