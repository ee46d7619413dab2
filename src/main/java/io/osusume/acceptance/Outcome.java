package io.osusume.acceptance;

import java.io.Serializable;

/**
 * What became of some offers.
 *
 * @param trials how many
 * @param taken how many of them were accepted, or bought
 * @param forecast the sum of p_accept of those that had one when they were made
 * @param forecastTaken how many of those were taken
 */
public record Outcome(long trials, long taken, double forecast, long forecastTaken) implements Serializable {
    static final Outcome NONE = new Outcome(0, 0, 0, 0);

    /** Of offers that had no forecast. */
    public Outcome(long trials, long taken) {
        this(trials, taken, 0, 0);
    }

    Outcome and(Outcome other) {
        return new Outcome(
                trials + other.trials,
                taken + other.taken,
                forecast + other.forecast,
                forecastTaken + other.forecastTaken);
    }
}
