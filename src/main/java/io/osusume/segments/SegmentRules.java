package io.osusume.segments;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.SegmentsConfig;
import io.osusume.tables.Features;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Segment;
import org.apache.spark.sql.Column;

/**
 * Priority and segment from levels and features. A condition on something unknown does not hold.
 *
 * <p>Segment, the first that holds: opted_out · care (an open severe ticket, or a low NPS with a ticket in 30 days) ·
 * at_risk (cancellation requested, or use fallen to half) · fatigued (contact cap reached without a reaction, or the last
 * two reactions negative) · ready (what high, pace high) · develop (high, low) · watch (low, high) · nurture (low, low).
 */
final class SegmentRules {
    private final SegmentsConfig config;

    SegmentRules(SegmentsConfig config) {
        this.config = config;
    }

    /** A: results high, room high; B: low, high; C: high, low; D: low, low. */
    static Column priority() {
        Column results = isHigh(LwpSegments.RESULTS_LEVEL);
        Column room = isHigh(LwpSegments.ROOM_LEVEL);
        return when(results.and(room), lit("A"))
                .when(room, lit("B"))
                .when(results, lit("C"))
                .otherwise(lit("D"));
    }

    Column segment() {
        Column what = isHigh(LwpSegments.WHAT_LEVEL);
        Column pace = isHigh(LwpSegments.PACE_LEVEL);
        return when(col(Features.MAY_CONTACT).equalTo(false), lit(Segment.OPTED_OUT.wire()))
                .when(needsCare(), lit(Segment.CARE.wire()))
                .when(isAtRisk(), lit(Segment.AT_RISK.wire()))
                .when(isFatigued(), lit(Segment.FATIGUED.wire()))
                .when(what.and(pace), lit(Segment.READY.wire()))
                .when(what, lit(Segment.DEVELOP.wire()))
                .when(pace, lit(Segment.WATCH.wire()))
                .otherwise(lit(Segment.NURTURE.wire()));
    }

    private Column needsCare() {
        Column unhappy = holds(col(Features.NPS).leq(config.careMaxNps()))
                .and(holds(col(Features.TICKETS_30D).gt(0)));
        return holds(col(Features.OPEN_SEVERE_TICKETS).gt(0)).or(unhappy);
    }

    private Column isAtRisk() {
        return holds(col(Features.CANCEL_REQUESTED))
                .or(holds(col(Features.USAGE_TREND).leq(config.atRiskTrend())));
    }

    private static Column isFatigued() {
        Column inVain = holds(col(Features.CONTACT_CAP_REACHED))
                .and(holds(col(Features.REACTIONS_30D).equalTo(0)));
        return inVain.or(holds(col(Features.LAST_TWO_NEGATIVE)));
    }

    private static Column holds(Column condition) {
        return coalesce(condition, lit(false));
    }

    private static Column isHigh(String level) {
        return col(level).equalTo(LwpSegments.HIGH);
    }
}
