package io.osusume.tables;

import java.util.List;

/** Published {@code effects}: what offers changed, measured against the control arm. */
public final class Effects {
    public static final String EXPERIMENT_ID = "experiment_id";
    public static final String OFFER_TYPE = "offer_type";
    public static final String TRIGGER = "trigger";
    public static final String SEGMENT = "segment";
    public static final String PRODUCT_ID = "product_id";
    public static final String OUTCOME = "outcome";
    public static final String N_TREATED = "n_treated";
    public static final String N_CONTROL = "n_control";
    public static final String N_WAITING = "n_waiting";
    public static final String FIRST_DAY = "first_day";
    public static final String SHARE_DELIVERED = "share_delivered";
    public static final String MEAN_TREATED = "mean_treated";
    public static final String MEAN_CONTROL = "mean_control";
    public static final String EFFECT = "effect";
    public static final String STANDARD_ERROR = "standard_error";
    public static final String CI_LOW = "ci_low";
    public static final String CI_HIGH = "ci_high";
    public static final String ALWAYS_LOW = "always_low";
    public static final String ALWAYS_HIGH = "always_high";
    public static final String P_VALUE = "p_value";
    public static final String Q_VALUE = "q_value";
    public static final String CUPED_SHARE = "cuped_share";
    public static final String MINIMUM_DETECTABLE_EFFECT = "minimum_detectable_effect";
    public static final String SRM_P_VALUE = "srm_p_value";
    public static final String VERDICT = "verdict";
    public static final String WHY = "why";
    public static final String MORE_CUSTOMERS = "more_customers";
    public static final String MORE_NIGHTS = "more_nights";

    /** Stands for all types, triggers, segments or products: a total. */
    public static final String ALL = "all";

    /** Values of {@link #OUTCOME} beside the names of behaviour events. */
    public static final String TAKEN = "taken";

    public static final String ORDERED = "ordered";
    public static final String REVENUE = "revenue";
    public static final String MARGIN = "margin";

    public static final Table TABLE = Table.of(
            "effects",
            "one experiment × offer type × trigger × segment × product, or a total of them, × outcome",
            List.of(EXPERIMENT_ID, OFFER_TYPE, TRIGGER, SEGMENT, PRODUCT_ID, OUTCOME),
            Field.text(EXPERIMENT_ID, "The experiment that drew the arms"),
            Field.text(OFFER_TYPE, "The type of the offers; all: every type but nurture"),
            Field.text(TRIGGER, "What made them timely; all: whatever it was"),
            Field.text(SEGMENT, "The recipients' segment; all: whatever it was"),
            Field.text(
                    PRODUCT_ID,
                    "What was offered, where customers.arm tells the arms of a campaign of one's own; else all"),
            Field.text(OUTCOME, "taken, ordered, revenue, margin or a behaviour event: see effects.outcomes"),
            Field.count(N_TREATED, "Customers who were offered something of the row and whose horizon is over"),
            Field.count(N_CONTROL, "Customers of the control arm who would have been, and whose horizon is over"),
            Field.count(N_WAITING, "Customers of both arms whose horizon is not over yet: nothing here counts them"),
            Field.day(FIRST_DAY, "The first day on which one of them was").orNull("nobody was yet"),
            Field.estimate(SHARE_DELIVERED, "Share of the treated to whom offer_events tells a delivery")
                    .orNull("no offer_events, or nobody treated"),
            Field.estimate(MEAN_TREATED, "Mean of the outcome over the treated").orNull("nobody is"),
            Field.estimate(MEAN_CONTROL, "Mean of it over the control").orNull("nobody is in control"),
            Field.estimate(EFFECT, "The difference a customer, adjusted by what was known before the first day")
                    .orNull("not judged for want of customers"),
            Field.estimate(STANDARD_ERROR, "Of the effect, by accounts where those are drawn")
                    .orNull("not judged for want of customers"),
            Field.estimate(CI_LOW, "Lower end of the interval for one look on a day fixed before")
                    .orNull("not judged for want of customers"),
            Field.estimate(CI_HIGH, "Upper end of it").orNull("not judged for want of customers"),
            Field.estimate(ALWAYS_LOW, "Lower end of the interval that holds however often it is looked at")
                    .orNull("not judged for want of customers"),
            Field.estimate(ALWAYS_HIGH, "Upper end of it").orNull("not judged for want of customers"),
            Field.estimate(P_VALUE, "Of the effect being 0, however often it is looked at")
                    .orNull("not judged"),
            Field.estimate(Q_VALUE, "Of a cell: p_value with the false discovery rate over all cells of its outcome")
                    .orNull("a total, or not judged"),
            Field.estimate(CUPED_SHARE, "Share of the variance that what was known before takes away")
                    .orNull("not judged for want of customers"),
            Field.estimate(
                            MINIMUM_DETECTABLE_EFFECT,
                            "The smallest effect that so many customers show with the power of effects.power")
                    .orNull("not judged for want of customers"),
            Field.estimate(SRM_P_VALUE, "Of the arms being as large as they were drawn, however often it is looked at")
                    .orNull("nothing was drawn"),
            Field.text(VERDICT, "What may be said of it").oneOf(Verdict.values()),
            Field.text(WHY, "Why it is not judged").orNull("it is"),
            Field.estimate(
                            MORE_CUSTOMERS,
                            "How many more show an effect of effects.worthwhile; 0: it would have shown by now")
                    .in("customers")
                    .orNull("judged, or no number does"),
            Field.estimate(MORE_NIGHTS, "How many more nights that is at the present pace")
                    .in("nights")
                    .orNull("judged, or no number does"));

    private Effects() {}
}
