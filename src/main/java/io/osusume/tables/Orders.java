package io.osusume.tables;

import java.util.List;
import java.util.stream.Stream;

/** Input {@code orders}: one order line. Without {@code line_id} lines are never deduplicated. */
public final class Orders {
    public static final String ORDER_ID = "order_id";
    public static final String LINE_ID = "line_id";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String PRODUCT_NAME = "product_name";
    public static final String ORDERED_AT = "ordered_at";
    public static final String QUANTITY = "quantity";
    public static final String UNIT_PRICE = "unit_price";
    public static final String CURRENCY = "currency";
    public static final String STATUS = "status";
    public static final String CHANNEL = "channel";

    /** Added by intake: what is left of the line's quantity after returns, never negative. */
    public static final String NET_QUANTITY = "net_quantity";

    /**
     * Added by intake: what one unit came to after what changed the worth of its whole order (vouchers, discounts, shipping),
     * spread over its lines by their value; {@link #UNIT_PRICE} where nothing did. Never negative.
     */
    public static final String NET_PRICE = "net_price";

    /** Added by intake: when the customer last gave units of the product back. */
    public static final String RETURNED_AT = "returned_at";

    public static final Table TABLE = Table.of(
            "orders",
            "one order line",
            List.of(ORDER_ID, LINE_ID),
            Field.text(ORDER_ID, "Names the order; its lines are one basket"),
            Field.text(LINE_ID, "Names the line within the order").orNull("lines are never taken for repeated"),
            Field.text(CUSTOMER_ID, "Who bought").orNull("nobody known: it teaches rules, and counts for no customer"),
            Field.text(PRODUCT_ID, "What was bought"),
            Field.text(PRODUCT_NAME, "The product's name, where no input products tells it")
                    .optional(),
            Field.instant(ORDERED_AT, "When"),
            Field.quantity(QUANTITY, "How many; below 0 a return").in("units"),
            Field.money(UNIT_PRICE, "Price of one unit; 0: a gift, or under contract; below 0: a return or a voucher"),
            Field.text(CURRENCY, "The currency of the price").orNull("ltv.currency"),
            Field.text(
                            STATUS,
                            "Whether it was bought, given back or called off: the lists of orders say what its words mean")
                    .orNull("bought"),
            Field.text(CHANNEL, "Where it was bought, of a few: shop, web, app").optional());

    /** What intake makes of the input: purchased lines with returns netted. */
    public static final Table LINES = new Table(
            "order_lines",
            "one purchased order line, not cancelled; of quantity 0 where it was given back as a whole",
            TABLE.key(),
            Stream.concat(
                            TABLE.columns().stream(),
                            Stream.of(
                                    Field.quantity(
                                                    NET_QUANTITY,
                                                    "What is left of the quantity after returns, never below 0")
                                            .in("units"),
                                    Field.of(
                                                    NET_PRICE,
                                                    Types.NET_PRICE,
                                                    "What one unit came to after its order's vouchers, discounts and charges")
                                            .in("money"),
                                    Field.instant(RETURNED_AT, "When the customer last gave units of the product back")
                                            .orNull("never")))
                    .toList());

    public static final Input INPUT =
            Input.timed(ORDERED_AT, TABLE).without("what was bought is known from contracts alone");

    private Orders() {}
}
