package io.osusume.tables;

import java.util.List;

/** Published {@code success_cases}: one pattern of past offers, how many accepted, and what followed. No row names a customer. */
public final class SuccessCases {
    public static final String OFFER_TYPE = "offer_type";
    public static final String PRODUCT_ID = "product_id";
    public static final String TRIGGER = "trigger";
    public static final String SEGMENT = "segment";
    public static final String OWNED_PRODUCT_ID = "owned_product_id";
    public static final String USE_BAND = "use_band";
    public static final String SITUATION = "situation";
    public static final String OFFERED = "offered";
    public static final String ACCEPTED = "accepted";
    public static final String STILL_RUNNING = "still_running";
    public static final String STILL_USED = "still_used";
    public static final String FOLLOWED = "followed";
    public static final String VALUE_GAINED = "value_gained";
    public static final String VALUE_LOW = "value_low";
    public static final String VALUE_HIGH = "value_high";
    public static final String OTHERS_FOLLOWED = "others_followed";
    public static final String OTHERS_GAINED = "others_gained";
    public static final String CURRENCY = "currency";
    public static final String TEXT = "text";

    /** Stands for all products, triggers, segments, plans or uses: a pattern that does not ask for it. */
    public static final String ALL = "all";

    /** Values of {@link #USE_BAND}. */
    public static final String NEAR_LIMIT = "near_limit";

    public static final String BELOW = "below";

    private static final String FEW = "fewer than successes.least_cases of them could be followed";

    public static final Table TABLE = Table.of(
            "success_cases",
            "one pattern of past offers: type × product × situation, with at least successes.least_cases that accepted",
            List.of(OFFER_TYPE, PRODUCT_ID, TRIGGER, SEGMENT, OWNED_PRODUCT_ID, USE_BAND),
            Field.text(OFFER_TYPE, Word.either(OfferType.class)),
            Field.text(PRODUCT_ID, "What was offered; of a bundle its id; all: whatever it was"),
            Field.text(TRIGGER, "What made it timely then; all: whatever it was"),
            Field.text(SEGMENT, "The customers' segment then; all: whatever it was"),
            Field.text(
                    OWNED_PRODUCT_ID,
                    "What they had then: the plan of its family, else what they bought last; all: whatever it was"),
            Field.text(
                    USE_BAND,
                    "Use of it then: near_limit from successes.near_limit of its included units on, below; all: any"),
            Field.text(SITUATION, "All of that in words of run.language"),
            Field.count(OFFERED, "Customers to whom it was delivered").in("customers"),
            Field.count(ACCEPTED, "Those of them who took it within offers.acceptance.window_days")
                    .in("customers"),
            Field.count(STILL_RUNNING, "Of those who took it, contracts of it that run tonight")
                    .in("customers")
                    .orNull("nobody has a contract of it"),
            Field.count(STILL_USED, "Of those who took it, who used it in the last 28 days")
                    .in("customers")
                    .orNull("its use is not measured"),
            Field.count(FOLLOWED, "Of those who took it, whose days before and after are known as a whole")
                    .in("customers"),
            Field.estimate(
                            VALUE_GAINED,
                            "Mean of what those brought after it less before, a year: contracts, and orders × 365 ÷ days")
                    .in("money")
                    .orNull(FEW),
            Field.estimate(VALUE_LOW, "Lower end of its 95 % interval (Student's t)")
                    .in("money")
                    .orNull(FEW),
            Field.estimate(VALUE_HIGH, "Upper end of it").in("money").orNull(FEW),
            Field.count(OTHERS_FOLLOWED, "The same of those who did not take it")
                    .in("customers"),
            Field.estimate(OTHERS_GAINED, "value_gained of those: what came without it")
                    .in("money")
                    .orNull(FEW),
            Field.text(CURRENCY, "Of all amounts of the row"),
            Field.text(TEXT, "The pattern as a sentence, in run.language"));

    private SuccessCases() {}
}
