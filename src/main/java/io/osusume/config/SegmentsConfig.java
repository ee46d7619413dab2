package io.osusume.config;

/**
 * How customers are put into LWP segments (List, What, Pace).
 *
 * @param whatHigh from which what score potential is high
 * @param paceHigh from which pace score the pace is high
 * @param resultsHigh from which net revenue to date results are high
 * @param roomHigh from which share of relevant categories not yet owned the room to grow is high
 * @param halfOrders orders in 90 days at which recent purchases count half
 * @param paceHalfLifeDays days without a sign of the customer after which the pace has halved
 */
public record SegmentsConfig(
        CutOff whatHigh,
        CutOff paceHigh,
        CutOff resultsHigh,
        CutOff roomHigh,
        double halfOrders,
        double paceHalfLifeDays) {
    public SegmentsConfig {
        new Checks()
                .positive("half_orders", halfOrders)
                .positive("pace_half_life_days", paceHalfLifeDays)
                .verify();
    }
}
