package io.osusume.tables;

import java.util.List;

/** Published {@code holdings}: what each customer has. One customer and product that was ever bought, or is under contract. */
public final class CustomerHoldings {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String NET_QUANTITY = "net_quantity";
    public static final String FIRST_BOUGHT_AT = "first_bought_at";
    public static final String LAST_BOUGHT_AT = "last_bought_at";
    public static final String LAST_UNIT_PRICE = "last_unit_price";
    public static final String CONTRACT_QUANTITY = "contract_quantity";
    public static final String CONTRACT_PRICE = "contract_price";
    public static final String CONTRACT_PER_YEAR = "contract_per_year";
    public static final String CONTRACT_PERIOD = "contract_period";
    public static final String RENEWS_AT = "renews_at";
    public static final String CANCEL_REQUESTED_AT = "cancel_requested_at";
    public static final String CANCEL_QUANTITY = "cancel_quantity";
    public static final String CONTRACT_STARTED_AT = "contract_started_at";
    public static final String CONTRACT_ENDS_ON = "contract_ends_on";
    public static final String CONTRACT_PAID = "contract_paid";
    public static final String FORMER_SINCE = "former_since";
    public static final String BOUGHT_DAYS = "bought_days";
    public static final String OWNED = "owned";

    public static final Table TABLE = Table.of(
            "holdings",
            "one customer and product that was ever bought, or is under contract",
            List.of(CUSTOMER_ID, PRODUCT_ID),
            Field.text(CUSTOMER_ID, "The customer"),
            Field.text(PRODUCT_ID, "The product"),
            Field.quantity(
                            NET_QUANTITY,
                            "Bought and not returned, the invoices of a contract being none; 0 where there is only a contract")
                    .in("units"),
            Field.instant(FIRST_BOUGHT_AT, "The first purchase").orNull("only a contract"),
            Field.instant(LAST_BOUGHT_AT, "The latest purchase").orNull("only a contract"),
            Field.money(LAST_UNIT_PRICE, "Its price; the highest of several at the same time")
                    .orNull("only a contract"),
            Field.quantity(CONTRACT_QUANTITY, "How many the running contracts are for")
                    .in("units")
                    .orNull("no contract runs"),
            Field.money(CONTRACT_PRICE, "Price by the running contract that began last")
                    .orNull("no contract, or not known"),
            Field.money(CONTRACT_PER_YEAR, "What the running contracts come to in a year, for all units")
                    .orNull("no contract, or not known"),
            Field.text(CONTRACT_PERIOD, "From payment to payment of the running contracts, as ISO 8601: P1M")
                    .orNull("no contract, not known, or several that differ"),
            Field.instant(RENEWS_AT, "The next renewal after the as-of day, where contracts say when they renew")
                    .orNull("no contract, or not known"),
            Field.instant(CANCEL_REQUESTED_AT, "The latest request to end a running contract")
                    .orNull("none"),
            Field.quantity(CANCEL_QUANTITY, "How many the running contracts are for that are to end by request")
                    .in("units")
                    .orNull("none"),
            Field.instant(CONTRACT_STARTED_AT, "When the first of the running contracts began")
                    .orNull("no contract runs"),
            Field.day(CONTRACT_ENDS_ON, "When the last of the running contracts ends, as is on file")
                    .orNull("no contract runs, or one of no known end"),
            Field.money(
                            CONTRACT_PAID,
                            "What was due by its contracts until as-of, at their present prices, where no order lines tell it")
                    .orNull("no contract, or not known, or order lines tell it"),
            Field.day(FORMER_SINCE, "When it was given back, or its contract ended without another in its place")
                    .orNull("it is had, or was replaced or used up"),
            Field.of(BOUGHT_DAYS, Types.DAYS, "The latest days of purchase, at most eight, the first one first")
                    .orNull("only a contract"),
            Field.flag(
                    OWNED,
                    "A running contract, or a net quantity above 0 of what is neither consumable nor by contract"));

    private CustomerHoldings() {}
}
