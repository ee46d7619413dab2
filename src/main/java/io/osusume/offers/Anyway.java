package io.osusume.offers;

import io.osusume.config.OsusumeConfig;
import java.io.Serializable;

/**
 * What a target buys whatever is offered, within the days of acceptance.
 *
 * @param windowDays of acceptance: W
 * @param horizonDays that p_buy is of: H
 */
record Anyway(int windowDays, int horizonDays) implements Serializable {
    private static final double MOST = 1 - 1e-9;
    private static final int YEAR = 365;

    static Anyway of(OsusumeConfig config) {
        return new Anyway(
                config.offers().acceptance().windowDays(), config.ranker().horizonDays());
    }

    /** p_buy(W) = 1 − (1 − p_buy)^(W/H). */
    double within(double pBuy) {
        return -Math.expm1((double) windowDays / horizonDays * Math.log1p(-Math.min(pBuy, MOST)));
    }

    /**
     * How likely something that is had already is bought again: by its rhythm, in which a need within the days is met and a
     * later one counts by how much of its interval they are; without a rhythm as often as it was bought, over the year before.
     */
    double again(Holding held, int asOfDay) {
        Rhythm rhythm = held.rhythm();
        if (rhythm != null) {
            double share = rhythm.needDay() <= asOfDay + windowDays
                    ? 1
                    : Math.min(1, windowDays / Math.max(1, rhythm.intervalDays()));
            return rhythm.needed() * share;
        }
        long bought = held.days().stream().filter(day -> day > asOfDay - YEAR).count();
        return Math.min(1, bought * (double) windowDays / YEAR);
    }
}
