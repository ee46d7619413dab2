package io.osusume.tables;

import java.util.List;

/**
 * Published {@code ranker}: one fact of the model that tonight's {@code p_buy} comes from. Kinds: {@code state} (trained_on:
 * the as-of date it was learned as of, in text), {@code window} (by its first day: how many of the examples learned from were
 * bought), {@code level} (by the first day of a window: Σ p_buy ÷ what was bought, by the model in use, which learned from
 * it: how far these lie from 1 tells how far the level swings at least), {@code metric} (examples, positives, ndcg of
 * tonight's and the previous model on the latest window; share_of_customers, where not all taught), {@code calibration} (slope, intercept) and {@code importance} (by
 * feature: its share of what the splits gained, Σ = 1).
 */
public final class RankerFacts {
    public static final String KIND = "kind";
    public static final String NAME = "name";
    public static final String VALUE = "value";
    public static final String TEXT = "text";

    /** Values of {@link #KIND}. */
    public static final String STATE = "state";

    public static final String WINDOW = "window";
    public static final String LEVEL = "level";
    public static final String METRIC = "metric";
    public static final String CALIBRATION = "calibration";
    public static final String IMPORTANCE = "importance";

    public static final Table TABLE = Table.of(
            "ranker",
            "one fact of the model in use",
            List.of(KIND, NAME),
            Field.text(KIND, "state, window, level, metric, calibration or importance"),
            Field.text(NAME, "What it is a fact of: a figure, a feature, or the first day of a window"),
            Field.estimate(VALUE, "The figure").orNull("the fact is a text"),
            Field.text(TEXT, "The fact, where it is no figure").orNull("it is a figure"));

    private RankerFacts() {}
}
