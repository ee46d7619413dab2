package io.osusume.ranking;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Columns of the products that each customer may buy next. Grain: one customer and product, the best {@code
 * ranker.keep_per_customer} of each customer.
 */
public final class Ranked {
    public static final String CUSTOMER_ID = "customer_id";
    public static final String PRODUCT_ID = "product_id";
    /** From 1, by p_buy, then product. */
    public static final String PLACE = "place";
    /** The probability that the customer buys it anyway within ranker.horizon_days; null where nothing could be learned. */
    public static final String P_BUY = "p_buy";
    /** The customer's product that is bound to it most, by cosine; null where none is. */
    public static final String NEAREST_PRODUCT_ID = "nearest_product_id";
    /** That cosine, 0 to 1. */
    public static final String NEAREST = "nearest";
    /** The best confidence of a rule from one of the customer's products: over customers' baskets, over orders. */
    public static final String CUSTOMER_RULE = "customer_rule";

    public static final String ORDER_RULE = "order_rule";
    /** Customers who bought it for the first time in the last 28 days. */
    public static final String NEW_BUYERS_28 = "new_buyers_28";
    /** Mean closeness of taste to them, −1 to 1, shrunk. */
    public static final String NEWCOMERS_LIKE = "newcomers_like";
    /** Score of latent factors. */
    public static final String TASTE = "taste";
    /** Share of the customer's products that are of its category. */
    public static final String CATEGORY_SHARE = "category_share";

    static final StructType SCHEMA = new StructType()
            .add(CUSTOMER_ID, DataTypes.StringType, false)
            .add(PRODUCT_ID, DataTypes.StringType, false)
            .add(PLACE, DataTypes.IntegerType, false)
            .add(P_BUY, DataTypes.DoubleType)
            .add(NEAREST_PRODUCT_ID, DataTypes.StringType)
            .add(NEAREST, DataTypes.DoubleType)
            .add(CUSTOMER_RULE, DataTypes.DoubleType)
            .add(ORDER_RULE, DataTypes.DoubleType)
            .add(NEW_BUYERS_28, DataTypes.LongType)
            .add(NEWCOMERS_LIKE, DataTypes.DoubleType)
            .add(TASTE, DataTypes.DoubleType)
            .add(CATEGORY_SHARE, DataTypes.DoubleType);

    private Ranked() {}
}
