package io.osusume.tables;

import java.util.List;

/** Published {@code lwp_segments}: one customer, all customers, none missing. */
public final class LwpSegments {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String WHAT_SCORE = "what_score";
    public static final String WHAT_LEVEL = "what_level";
    public static final String PACE_SCORE = "pace_score";
    public static final String PACE_LEVEL = "pace_level";
    public static final String RESULTS = "results";
    public static final String ROOM_TO_GROW = "room_to_grow";
    public static final String PRIORITY = "priority";
    public static final String SEGMENT = "segment";
    public static final String LOYALTY_SCORE = "loyalty_score";
    public static final String UTILISATION = "utilisation";
    public static final String USAGE_TREND = "usage_trend";
    public static final String OPEN_ISSUES = "open_issues";
    public static final String CONTACTS_90D = "contacts_90d";
    public static final String RESPONSE_RATE = "response_rate";

    public static final Table TABLE = Table.of(
            "lwp_segments",
            "one customer, all customers",
            List.of(CUSTOMER_ID),
            Column.required(CUSTOMER_ID, Types.TEXT),
            Column.required(WHAT_SCORE, Types.ESTIMATE),
            Column.required(WHAT_LEVEL, Types.TEXT),
            Column.required(PACE_SCORE, Types.ESTIMATE),
            Column.required(PACE_LEVEL, Types.TEXT),
            Column.required(RESULTS, Types.ESTIMATE),
            Column.required(ROOM_TO_GROW, Types.ESTIMATE),
            Column.required(PRIORITY, Types.TEXT),
            Column.required(SEGMENT, Types.TEXT),
            Column.optional(LOYALTY_SCORE, Types.ESTIMATE),
            Column.optional(UTILISATION, Types.ESTIMATE),
            Column.optional(USAGE_TREND, Types.ESTIMATE),
            Column.optional(OPEN_ISSUES, Types.COUNT),
            Column.optional(CONTACTS_90D, Types.COUNT),
            Column.optional(RESPONSE_RATE, Types.ESTIMATE));

    private LwpSegments() {}
}
