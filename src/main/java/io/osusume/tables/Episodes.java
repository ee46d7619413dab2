package io.osusume.tables;

import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Published {@code episodes}: one target × offer, as it was on its first night, whether it was made or withheld. */
public final class Episodes {
    public static final String OFFER_ROW_ID = "offer_row_id";
    public static final String TARGET_TYPE = "target_type";
    public static final String TARGET_ID = "target_id";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String ACCOUNT_ID = "account_id";
    public static final String OFFER_TYPE = "offer_type";
    public static final String PRODUCT_ID = "product_id";
    public static final String BUNDLE_ID = "bundle_id";
    public static final String ITEMS = "items";
    public static final String TRIGGER = "trigger";
    public static final String LWP_SEGMENT = "lwp_segment";
    public static final String EXPERIMENT_ID = "experiment_id";
    public static final String ARM = "arm";
    public static final String IS_DRAWN = "is_drawn";
    public static final String ARM_NOW = "arm_now";
    public static final String FIRST_DAY = "first_day";
    public static final String LAST_DAY = "last_day";
    public static final String DELIVERED_ON = "delivered_on";
    public static final String DELIVERED = "delivered";
    public static final String CELL = "cell";
    public static final String RANK = "rank";
    public static final String EVIDENCE = "evidence";
    public static final String P_BUY = "p_buy";
    public static final String P_ACCEPT = "p_accept";
    public static final String PRICE = "price";
    public static final String UNIT_MARGIN = "unit_margin";
    public static final String DELTA_LTV = "delta_ltv";
    public static final String CHANNEL = "channel";
    public static final String P_ANYWAY = "p_anyway";
    public static final String ACCEPTANCE_TERMS = "acceptance_terms";
    public static final String AS_DELIVERED = "as_delivered";

    /** Beside what it says of the offer, as a field of {@link #AS_DELIVERED}: the as-of day. */
    public static final String NIGHT = "night";

    private static final DataType KNOWN = new StructType()
            .add(NIGHT, Types.DAY)
            .add(TRIGGER, Types.TEXT)
            .add(LWP_SEGMENT, Types.TEXT)
            .add(EVIDENCE, Types.ESTIMATE)
            .add(P_ANYWAY, Types.ESTIMATE)
            .add(P_ACCEPT, Types.ESTIMATE)
            .add(ACCEPTANCE_TERMS, Offers.TERMS);

    /** The fields of {@link #AS_DELIVERED} but the night. */
    public static final List<String> KNOWN_OF_OFFER =
            List.of(TRIGGER, LWP_SEGMENT, EVIDENCE, P_ANYWAY, P_ACCEPT, ACCEPTANCE_TERMS);

    public static final Table TABLE = Table.of(
            "episodes",
            "one target × offer from the first night on which it was made or withheld, as it was then",
            List.of(OFFER_ROW_ID),
            Field.text(OFFER_ROW_ID, "As in offers and withheld_offers"),
            Field.text(TARGET_TYPE, "customer or account"),
            Field.text(TARGET_ID, "Whom it was made to, or would have been"),
            Field.text(CUSTOMER_ID, "The recipient then").orNull("none was known"),
            Field.text(ACCOUNT_ID, "The recipient's account then").orNull("of none"),
            Field.text(OFFER_TYPE, Word.either(OfferType.class)),
            Field.text(PRODUCT_ID, "What was offered").orNull("a bundle, or content"),
            Field.text(BUNDLE_ID, "The bundle").orNull("a product, or content"),
            Field.texts(ITEMS, "The products that must all be bought for it to be taken")
                    .orNull("content: nothing is to be bought"),
            Field.text(TRIGGER, "What made it timely then").orNull("not published by a night"),
            Field.text(LWP_SEGMENT, "The recipient's segment then").orNull("not published by a night"),
            Field.text(CELL, "Offer type, trigger and segment then: what effects compare"),
            Field.text(EXPERIMENT_ID, "The experiment that drew the arm"),
            Field.text(ARM, "treated or control, as on the first night: effects compare by it"),
            Field.flag(IS_DRAWN, "Whether the arm was drawn; not: customers.arm gives it"),
            Field.text(ARM_NOW, "The arm when it was last made or withheld; another one than arm is noted"),
            Field.day(FIRST_DAY, "As-of day of the first night on which it was made or withheld"),
            Field.day(LAST_DAY, "As-of day of the last such night so far"),
            Field.day(DELIVERED_ON, "The first delivery after the first day that offer_events tells")
                    .orNull("none is known"),
            Field.flag(DELIVERED, "Whether any delivery is known"),
            Field.whole(RANK, "Its rank then").orNull("not published by a night"),
            Field.estimate(EVIDENCE, "Its evidence then").orNull("not published by a night"),
            Field.estimate(P_BUY, "p_buy then").orNull("not known then"),
            Field.estimate(P_ACCEPT, "p_accept then").orNull("not published by a night"),
            Field.money(PRICE, "The price then").orNull("not known then").notNegative(),
            Field.money(UNIT_MARGIN, "unit_margin then").orNull("not known then"),
            Field.money(DELTA_LTV, "delta_ltv then").orNull("not known then"),
            Field.text(CHANNEL, "By which way it was to go out then").orNull("not published by a night"),
            Field.estimate(P_ANYWAY, "p_anyway then").orNull("not known then"),
            Field.of(ACCEPTANCE_TERMS, Offers.TERMS, "acceptance_terms then").orNull("not published by a night"),
            Field.of(
                            AS_DELIVERED,
                            KNOWN,
                            "As it was on the newest night before its first delivery, or so far: what acceptance learns from")
                    .orNull("not published by a night"));

    private Episodes() {}
}
