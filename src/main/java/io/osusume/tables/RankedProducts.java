package io.osusume.tables;

import java.util.List;

/**
 * Published {@code ranked_products}: what each customer will most likely buy next, of the products that are new to the
 * customer and were sold lately, with what speaks for it. Grain: one customer and product, the best {@code
 * ranker.keep_per_customer} of each customer who has bought before.
 */
public final class RankedProducts {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    /** From 1, by p_buy, then product. */
    public static final String PLACE = "place";
    /** The probability that the customer buys it anyway within ranker.horizon_days; null where nothing could be learned. */
    public static final String P_BUY = "p_buy";
    /** The customer's product that is bound to it most, by cosine over customers' baskets; null where none is. */
    public static final String NEAREST_PRODUCT_ID = "nearest_product_id";
    /** That cosine, 0 to 1. */
    public static final String NEAREST = "nearest";
    /** The best confidence of a rule from one of the customer's products, over customers' baskets; 0 without. */
    public static final String CUSTOMER_RULE = "customer_rule";
    /** The same over orders. */
    public static final String ORDER_RULE = "order_rule";
    /** Customers who bought it for the first time in the last 28 days. */
    public static final String NEW_BUYERS_28D = "new_buyers_28d";
    /** Mean closeness of taste to them, −1 to 1, shrunk. */
    public static final String NEWCOMERS_LIKE = "newcomers_like";
    /** Score of latent factors; larger is closer to what the customer bought. */
    public static final String TASTE = "taste";
    /** Share of the customer's products that are of its category. */
    public static final String CATEGORY_SHARE = "category_share";
    /** How often the customer showed interest in it in 28 days. */
    public static final String LOOKS_28D = "looks_28d";
    /** On how many of the last 28 days anybody of the customer's account did; 0 for a customer without account. */
    public static final String ACCOUNT_LOOKS_28D = "account_looks_28d";

    public static final Table TABLE = Table.of(
            "ranked_products",
            "one customer and product that the customer may buy next",
            List.of(CUSTOMER_ID, PRODUCT_ID),
            Field.required(CUSTOMER_ID, Types.TEXT),
            Field.required(PRODUCT_ID, Types.TEXT),
            Field.required(PLACE, Types.WHOLE),
            Field.optional(P_BUY, Types.ESTIMATE),
            Field.optional(NEAREST_PRODUCT_ID, Types.TEXT),
            Field.required(NEAREST, Types.ESTIMATE),
            Field.required(CUSTOMER_RULE, Types.ESTIMATE),
            Field.required(ORDER_RULE, Types.ESTIMATE),
            Field.required(NEW_BUYERS_28D, Types.COUNT),
            Field.required(NEWCOMERS_LIKE, Types.ESTIMATE),
            Field.required(TASTE, Types.ESTIMATE),
            Field.required(CATEGORY_SHARE, Types.ESTIMATE),
            Field.required(LOOKS_28D, Types.COUNT),
            Field.required(ACCOUNT_LOOKS_28D, Types.COUNT));

    private RankedProducts() {}
}
