package io.osusume.offers;

import io.osusume.tables.Trigger;

/**
 * When an offer may be made, and why then.
 *
 * @param from the first day, since 1970-01-01
 * @param to the last day
 * @param weight by which the expected value is multiplied for ranking
 */
record Moment(Trigger trigger, int from, int to, double weight) {
    /** The same, not over before a day. */
    Moment until(int day) {
        return day <= to ? this : new Moment(trigger, from, day, weight);
    }

    Moment endingBy(Integer day) {
        return day == null || day >= to ? this : new Moment(trigger, Math.min(from, day), day, weight);
    }
}
