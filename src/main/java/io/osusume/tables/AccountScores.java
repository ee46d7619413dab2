package io.osusume.tables;

import java.util.List;

/** Published {@code account_scores}: one account. */
public final class AccountScores {
    public static final String ACCOUNT_ID = "account_id";
    public static final String SCORE = "score";
    public static final String PEOPLE = "people";
    public static final String DEPARTMENTS = "departments";
    public static final String SENIOR_PEOPLE = "senior_people";
    public static final String EVENTS_28D = "events_28d";
    public static final String BASELINE = "baseline";
    public static final String SURGE_Z = "surge_z";
    public static final String P_VALUE = "p_value";
    public static final String Q_VALUE = "q_value";
    public static final String IS_SURGING = "is_surging";
    public static final String TOP_INTEREST_PRODUCT_ID = "top_interest_product_id";

    public static final Table TABLE = Table.of(
            "account_scores",
            "one account",
            List.of(ACCOUNT_ID),
            Field.required(ACCOUNT_ID, Types.TEXT),
            Field.required(SCORE, Types.ESTIMATE),
            Field.required(PEOPLE, Types.COUNT),
            Field.required(DEPARTMENTS, Types.COUNT),
            Field.required(SENIOR_PEOPLE, Types.COUNT),
            Field.required(EVENTS_28D, Types.COUNT),
            Field.required(BASELINE, Types.ESTIMATE),
            Field.optional(SURGE_Z, Types.ESTIMATE),
            Field.optional(P_VALUE, Types.ESTIMATE),
            Field.optional(Q_VALUE, Types.ESTIMATE),
            Field.required(IS_SURGING, Types.FLAG),
            Field.optional(TOP_INTEREST_PRODUCT_ID, Types.TEXT));

    private AccountScores() {}
}
