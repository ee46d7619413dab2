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
    public static final String WHAT_PROBLEMS = "what_problems";

    public static final String PACE_TOUCH = "pace_touch";
    public static final String DAYS_SINCE_SEEN = "days_since_seen";

    public static final String RESULTS_LEVEL = "results_level";
    public static final String ROOM_LEVEL = "room_level";
    public static final String WHAT_CUT = "what_cut";

    public static final String PACE_CUT = "pace_cut";
    public static final String RESULTS_CUT = "results_cut";
    public static final String ROOM_CUT = "room_cut";
    public static final String MAY_CONTACT = "may_contact";
    public static final String OPEN_SEVERE_TICKETS = "open_severe_tickets";
    public static final String CANCEL_REQUESTED = "cancel_requested";
    public static final String CONTACTS_30D = "contacts_30d";
    public static final String REACTIONS_30D = "reactions_30d";
    public static final String LAST_TWO_NEGATIVE = "last_two_negative";

    /** Values of the levels. */
    public static final String HIGH = "high";

    public static final String LOW = "low";

    public static final Table TABLE = Table.of(
            "lwp_segments",
            "one customer, all customers",
            List.of(CUSTOMER_ID),
            Field.text(CUSTOMER_ID, "The customer"),
            Field.estimate(WHAT_SCORE, "What: potential, 0 to 1: mean of what_* ingredients known, less what_problems"),
            Field.text(WHAT_LEVEL, "high from what_cut on, else low"),
            Field.estimate(PACE_SCORE, "Pace, 0 to 1: √(pace_touch · response_rate), or signs of life"),
            Field.text(PACE_LEVEL, "high from pace_cut on, else low"),
            Field.estimate(RESULTS, "Net revenue to date").in("money"),
            Field.estimate(ROOM_TO_GROW, "Share of the relevant categories that the customer has not yet, 0 to 1"),
            Field.text(PRIORITY, "A: results and room high; B: room; C: results; D: neither"),
            Field.text(SEGMENT, "How ready the customer is: the first segment that holds"),
            Field.estimate(LOYALTY_SCORE, "Tenure, frequency, NPS, few tickets and sustained use, 0 to 1")
                    .orNull("none of these is known"),
            Field.estimate(UTILISATION, "Use ÷ what is included, of the product used most")
                    .orNull("no use, or no limit"),
            Field.estimate(USAGE_TREND, "Use an observed day in the last 28 ÷ in the 84 before")
                    .orNull("too little was observed"),
            Field.count(OPEN_ISSUES, "Open problem tickets").in("tickets").orNull("there is no input tickets"),
            Field.count(CONTACTS_90D, "Touches of ours in 90 days")
                    .in("touches")
                    .orNull("there is no input contacts"),
            Field.estimate(RESPONSE_RATE, "Share of a year's touches with a welcome reaction, shrunk to the usual")
                    .orNull("nobody was contacted"),
            Field.estimate(WHAT_PURCHASES, "Of recent orders: n / (n + half), n in 90 days"),
            Field.estimate(WHAT_UTILISATION, "Of utilisation, at most 1").orNull("utilisation is not known"),
            Field.estimate(WHAT_TREND, "Half of usage_trend, at most 1").orNull("usage_trend is not known"),
            Field.estimate(WHAT_INTEREST, "Of interest shown, fading with age: x / (x + half)")
                    .orNull("there is no input behavior"),
            Field.estimate(WHAT_NEEDS, "Of expressed needs and questions in 28 days: n / (n + half)")
                    .orNull("there is neither input behavior nor tickets"),
            Field.estimate(WHAT_PROBLEMS, "Share of the what score that open problems took away")
                    .orNull("there is no input tickets"),
            Field.estimate(PACE_TOUCH, "Of contacts: n / (n + half), n in 90 days")
                    .orNull("there is no input contacts"),
            Field.whole(DAYS_SINCE_SEEN, "Since the last order, use or event")
                    .in("days")
                    .orNull("there never was one"),
            Field.text(RESULTS_LEVEL, "high from results_cut on, else low"),
            Field.text(ROOM_LEVEL, "high from room_cut on, else low"),
            Field.estimate(WHAT_CUT, "From which what_score on it was high tonight")
                    .orNull("nobody's was"),
            Field.estimate(PACE_CUT, "From which pace_score on it was high tonight")
                    .orNull("nobody's was"),
            Field.estimate(RESULTS_CUT, "From which results on they were high tonight")
                    .in("money")
                    .orNull("nobody's were"),
            Field.estimate(ROOM_CUT, "From which room_to_grow on it was high tonight")
                    .orNull("nobody's was"),
            Field.flag(MAY_CONTACT, "Consent, and never unsubscribed"),
            Field.count(OPEN_SEVERE_TICKETS, "Those of the open problem tickets that are severe")
                    .in("tickets")
                    .orNull("there is no input tickets"),
            Field.flag(CANCEL_REQUESTED, "Whether a running contract is to be cancelled")
                    .orNull("there is no input subscriptions"),
            Field.count(CONTACTS_30D, "Touches of ours in 30 days")
                    .in("touches")
                    .orNull("there is no input contacts"),
            Field.count(REACTIONS_30D, "Welcome reactions to them")
                    .in("touches")
                    .orNull("there is no input contacts"),
            Field.flag(LAST_TWO_NEGATIVE, "Whether the last two reactions were both negative")
                    .orNull("there is no input contacts"));

    private LwpSegments() {}
}
