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

    // Ingredients, so that an analyst can see why. Each score is in [0, 1]; null: not known.
    public static final String WHAT_PURCHASES = "what_purchases";
    public static final String WHAT_UTILISATION = "what_utilisation";
    public static final String WHAT_TREND = "what_trend";
    public static final String WHAT_INTEREST = "what_interest";
    public static final String WHAT_NEEDS = "what_needs";
    /** The share of the what score that open problems took away. */
    public static final String WHAT_PROBLEMS = "what_problems";

    public static final String PACE_TOUCH = "pace_touch";
    /** Days since the last order, use or event. */
    public static final String DAYS_SINCE_SEEN = "days_since_seen";

    public static final String RESULTS_LEVEL = "results_level";
    public static final String ROOM_LEVEL = "room_level";
    /** From which score on it was high tonight; null: nobody's was. */
    public static final String WHAT_CUT = "what_cut";

    public static final String PACE_CUT = "pace_cut";
    public static final String RESULTS_CUT = "results_cut";
    public static final String ROOM_CUT = "room_cut";
    public static final String MAY_CONTACT = "may_contact";
    public static final String OPEN_SEVERE_TICKETS = "open_severe_tickets";
    public static final String CANCEL_REQUESTED = "cancel_requested";
    public static final String CONTACTS_30D = "contacts_30d";
    public static final String REACTIONS_30D = "reactions_30d";
    /** Whether the customer's last two reactions were both negative. */
    public static final String LAST_TWO_NEGATIVE = "last_two_negative";

    /** Values of the levels. */
    public static final String HIGH = "high";

    public static final String LOW = "low";

    public static final Table TABLE = Table.of(
            "lwp_segments",
            "one customer, all customers",
            List.of(CUSTOMER_ID),
            Field.required(CUSTOMER_ID, Types.TEXT),
            Field.required(WHAT_SCORE, Types.ESTIMATE),
            Field.required(WHAT_LEVEL, Types.TEXT),
            Field.required(PACE_SCORE, Types.ESTIMATE),
            Field.required(PACE_LEVEL, Types.TEXT),
            Field.required(RESULTS, Types.ESTIMATE),
            Field.required(ROOM_TO_GROW, Types.ESTIMATE),
            Field.required(PRIORITY, Types.TEXT),
            Field.required(SEGMENT, Types.TEXT),
            Field.optional(LOYALTY_SCORE, Types.ESTIMATE),
            Field.optional(UTILISATION, Types.ESTIMATE),
            Field.optional(USAGE_TREND, Types.ESTIMATE),
            Field.optional(OPEN_ISSUES, Types.COUNT),
            Field.optional(CONTACTS_90D, Types.COUNT),
            Field.optional(RESPONSE_RATE, Types.ESTIMATE),
            Field.required(WHAT_PURCHASES, Types.ESTIMATE),
            Field.optional(WHAT_UTILISATION, Types.ESTIMATE),
            Field.optional(WHAT_TREND, Types.ESTIMATE),
            Field.optional(WHAT_INTEREST, Types.ESTIMATE),
            Field.optional(WHAT_NEEDS, Types.ESTIMATE),
            Field.optional(WHAT_PROBLEMS, Types.ESTIMATE),
            Field.optional(PACE_TOUCH, Types.ESTIMATE),
            Field.optional(DAYS_SINCE_SEEN, Types.WHOLE),
            Field.required(RESULTS_LEVEL, Types.TEXT),
            Field.required(ROOM_LEVEL, Types.TEXT),
            Field.optional(WHAT_CUT, Types.ESTIMATE),
            Field.optional(PACE_CUT, Types.ESTIMATE),
            Field.optional(RESULTS_CUT, Types.ESTIMATE),
            Field.optional(ROOM_CUT, Types.ESTIMATE),
            Field.required(MAY_CONTACT, Types.FLAG),
            Field.optional(OPEN_SEVERE_TICKETS, Types.COUNT),
            Field.optional(CANCEL_REQUESTED, Types.FLAG),
            Field.optional(CONTACTS_30D, Types.COUNT),
            Field.optional(REACTIONS_30D, Types.COUNT),
            Field.optional(LAST_TWO_NEGATIVE, Types.FLAG));

    private LwpSegments() {}
}
