package io.osusume.tables;

import java.util.List;

/**
 * Published {@code acceptance}: one coefficient of the model of acceptance that past offers say something of. The logit of
 * p_accept is the sum of what is configured and of each coefficient times its x ({@code offers.acceptance_terms}).
 */
public final class Acceptance {
    public static final String TERM = "term";
    public static final String LEVEL = "level";
    public static final String PRIOR_MEAN = "prior_mean";
    public static final String PRIOR_SD = "prior_sd";
    public static final String MEAN = "mean";
    public static final String SD = "sd";
    public static final String LOW = "low";
    public static final String HIGH = "high";
    public static final String MOVED = "moved";
    public static final String HELD_BACK = "held_back";
    public static final String TRIALS = "trials";
    public static final String TAKEN = "taken";
    public static final String FORECAST = "forecast";
    public static final String FORECAST_TAKEN = "forecast_taken";
    public static final String CENTRE = "centre";

    public static final Table TABLE = Table.of(
            "acceptance",
            "one coefficient of the model of acceptance that past offers say something of",
            List.of(TERM, LEVEL),
            Field.text(
                    TERM,
                    "A slope: p_buy, evidence; what adds to the prior: type, trigger, segment; what else is known"),
            Field.text(LEVEL, "Of which type, trigger, segment, priority or channel; all: of every offer"),
            Field.estimate(PRIOR_MEAN, "What is believed of it before any trial")
                    .in("log odds"),
            Field.estimate(PRIOR_SD, "Standard deviation of that").in("log odds"),
            Field.estimate(MEAN, "What it is taken to be").in("log odds"),
            Field.estimate(SD, "Standard deviation of that").in("log odds"),
            Field.estimate(LOW, "Lower end of its interval (offers.acceptance.confidence)")
                    .in("log odds"),
            Field.estimate(HIGH, "Upper end of it").in("log odds"),
            Field.estimate(MOVED, "mean less that of the night before, at most offers.acceptance.most_movement")
                    .in("log odds"),
            Field.estimate(HELD_BACK, "How much further the trials say it is").in("log odds"),
            Field.count(TRIALS, "Past offers that it had a part in").in("trials"),
            Field.count(TAKEN, "How many of them were taken").in("trials"),
            Field.estimate(FORECAST, "Sum of p_accept of those with one, as it was published then")
                    .in("trials"),
            Field.count(
                            FORECAST_TAKEN,
                            "How many of those were taken; forecast ÷ this: 1 where nights promise what comes")
                    .in("trials"),
            Field.estimate(CENTRE, "The logit of p_anyway at which x is 0").orNull("not of term p_buy"));

    private Acceptance() {}
}
