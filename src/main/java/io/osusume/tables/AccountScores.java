package io.osusume.tables;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

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
    public static final String INTERESTS = "interests";
    public static final String DEPARTMENT_NAMES = "department_names";

    /** The fields of {@link #INTERESTS}; its people, senior people and departments are those who looked at the product. */
    public static final String INTEREST_PRODUCT_ID = "product_id";

    public static final String INTEREST = "interest";

    private static final DataType INTEREST_TYPE = DataTypes.createArrayType(
            new StructType()
                    .add(INTEREST_PRODUCT_ID, Types.TEXT)
                    .add(INTEREST, Types.ESTIMATE)
                    .add(PEOPLE, Types.COUNT)
                    .add(SENIOR_PEOPLE, Types.COUNT)
                    .add(DEPARTMENTS, Types.TEXTS),
            false);

    public static final Table TABLE = Table.of(
            "account_scores",
            "one account",
            List.of(ACCOUNT_ID),
            Field.text(ACCOUNT_ID, "The account"),
            Field.estimate(SCORE, "Interest shown: Σ event weight · 2^(−age / half-life) over its people's events"),
            Field.count(PEOPLE, "Different people who did something in the last 28 days")
                    .in("people"),
            Field.count(DEPARTMENTS, "Different departments they are of").in("departments"),
            Field.count(SENIOR_PEOPLE, "Those of the people whose seniority is one of accounts.senior")
                    .in("people"),
            Field.count(EVENTS_28D, "Events in the last 28 days").in("events"),
            Field.estimate(BASELINE, "Events that its own past lets expect in 28 days; 0 where no past is known")
                    .in("events"),
            Field.estimate(
                            SURGE_Z,
                            "Robust z of events_28d: 0.6745 · (x − median) / MAD of its past periods of 28 days")
                    .orNull("no past is known, or it never varied"),
            Field.estimate(P_VALUE, "Chance of at least so many events in 28 days if nothing has changed")
                    .orNull("no past is known"),
            Field.estimate(Q_VALUE, "False discovery rate (Benjamini–Hochberg over all accounts) at this p_value")
                    .orNull("no past is known"),
            Field.flag(IS_SURGING, "q_value is at most accounts.surge_q_value, and enough people were active"),
            Field.text(TOP_INTEREST_PRODUCT_ID, "The product in which its people showed the most interest")
                    .orNull("no event names a product"),
            Field.of(
                            INTERESTS,
                            INTEREST_TYPE,
                            "Up to five products looked at in the last 28 days, most interest first, each with who did")
                    .orNull("no event names a product"),
            Field.texts(
                            DEPARTMENT_NAMES,
                            "The departments of the people active in the last 28 days, sorted, in lower case")
                    .orNull("none is known"));

    private AccountScores() {}
}
