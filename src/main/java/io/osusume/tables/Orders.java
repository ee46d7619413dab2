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
    public static final String CHANNEL = "channel";
    public static final String STATUS = "status";

    /** Added by intake: what is left of the line's quantity after returns, never negative. */
    public static final String NET_QUANTITY = "net_quantity";

    public static final Table TABLE = Table.of(
            "orders",
            "one order line",
            List.of(ORDER_ID, LINE_ID),
            Field.required(ORDER_ID, Types.TEXT),
            Field.optional(LINE_ID, Types.TEXT),
            Field.optional(CUSTOMER_ID, Types.TEXT),
            Field.required(PRODUCT_ID, Types.TEXT),
            Field.optional(PRODUCT_NAME, Types.TEXT),
            Field.required(ORDERED_AT, Types.INSTANT),
            Field.required(QUANTITY, Types.QUANTITY),
            Field.required(UNIT_PRICE, Types.MONEY).notNegative(),
            Field.optional(CURRENCY, Types.TEXT),
            Field.optional(CHANNEL, Types.TEXT),
            Field.optional(STATUS, Types.TEXT));

    /** What intake makes of the input: purchased lines with returns netted. */
    public static final Table LINES = new Table(
            "order_lines",
            "one purchased order line, not cancelled",
            TABLE.key(),
            Stream.concat(TABLE.columns().stream(), Stream.of(Field.required(NET_QUANTITY, Types.QUANTITY)))
                    .toList());

    public static final Input INPUT = Input.timed(ORDERED_AT, TABLE).without("what was bought is unknown");

    private Orders() {}
}
