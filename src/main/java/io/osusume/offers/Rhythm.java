package io.osusume.offers;

/**
 * How often a consumable is bought, and when it is needed next, as {@link io.osusume.tables.Replenishment} tells.
 *
 * @param intervals that it is told from
 * @param intervalDays how long what was bought last lasts
 * @param variation deviation of the interval ÷ its mean
 * @param speedUp how many times shorter the trend's last interval is than its first; below 1: longer
 * @param needed probability that it is needed again at all
 * @param needDay the expected day of the next need, since 1970-01-01
 */
record Rhythm(long intervals, double intervalDays, double variation, double speedUp, double needed, int needDay) {}
