package io.osusume.tables;

import java.util.List;

/**
 * Published {@code ranked_products}: what each customer will most likely buy next, of the products that are new to the
 * customer, with what speaks for it. Grain: one customer and product, the best {@code ranker.keep_per_customer} of each customer
 * who has bought before, and after them what rules, sets and interest may have offered.
 */
public final class RankedProducts {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    public static final String PLACE = "place";
    public static final String P_BUY = "p_buy";
    public static final String NEAREST_PRODUCT_ID = "nearest_product_id";
    public static final String NEAREST = "nearest";
    public static final String CUSTOMER_RULE = "customer_rule";
    public static final String ORDER_RULE = "order_rule";
    public static final String NEW_BUYERS_28D = "new_buyers_28d";
    public static final String NEWCOMERS_LIKE = "newcomers_like";
    public static final String TASTE = "taste";
    public static final String CATEGORY_SHARE = "category_share";
    public static final String LOOKS_28D = "looks_28d";
    public static final String ACCOUNT_LOOKS_28D = "account_looks_28d";

    public static final Table TABLE = Table.of(
            "ranked_products",
            "one customer and product that the customer may buy next",
            List.of(CUSTOMER_ID, PRODUCT_ID),
            Field.text(CUSTOMER_ID, "The customer"),
            Field.text(PRODUCT_ID, "What the customer may buy next; new to the customer"),
            Field.whole(PLACE, "From 1, by p_buy; beyond ranker.keep_per_customer what else may be offered"),
            Field.estimate(P_BUY, "Probability that the customer buys it anyway within ranker.horizon_days")
                    .orNull("nothing could be learned"),
            Field.text(NEAREST_PRODUCT_ID, "The customer's product that is bound to it most")
                    .orNull("none is"),
            Field.estimate(NEAREST, "That bond: cosine over customers' baskets, 0 to 1"),
            Field.estimate(
                    CUSTOMER_RULE, "Best confidence of a rule from the customer's products, over customers; or 0"),
            Field.estimate(ORDER_RULE, "The same over orders"),
            Field.count(NEW_BUYERS_28D, "Customers who first bought it in the last 28 days")
                    .in("customers"),
            Field.estimate(NEWCOMERS_LIKE, "Mean closeness of the customer's taste to theirs, −1 to 1, shrunk"),
            Field.estimate(TASTE, "Score of latent factors; larger is closer to what the customer bought"),
            Field.estimate(CATEGORY_SHARE, "Share of the customer's products that are of its category; 0 without one"),
            Field.count(LOOKS_28D, "How often the customer showed interest in it in 28 days")
                    .in("events"),
            Field.count(ACCOUNT_LOOKS_28D, "On how many of 28 days anybody of the account did; 0 without one")
                    .in("days"));

    private RankedProducts() {}
}
