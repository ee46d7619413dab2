package io.osusume.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Input {@code products}: one product. Attributes are current: no history is kept of them. */
public final class Products {
    public static final String PRODUCT_ID = "product_id";
    public static final String NAME = "name";
    public static final String CATEGORY = "category";
    public static final String FAMILY = "family";
    public static final String TIER = "tier";
    public static final String LIST_PRICE = "list_price";
    public static final String UNIT_COST = "unit_cost";
    public static final String BILLING = "billing";
    public static final String IS_CONSUMABLE = "is_consumable";
    public static final String USAGE_METRIC = "usage_metric";
    public static final String INCLUDED_UNITS = "included_units";
    public static final String REQUIRES = "requires";
    public static final String EXCLUDES = "excludes";
    public static final String SUBSTITUTE_GROUP = "substitute_group";
    public static final String LAUNCHED_AT = "launched_at";
    public static final String DISCONTINUED_AT = "discontinued_at";
    public static final String CONTENT_TRACK = "content_track";

    public static final Table TABLE = Table.of(
            "products",
            "one product",
            List.of(PRODUCT_ID),
            Field.required(PRODUCT_ID, Types.TEXT),
            Field.required(NAME, Types.TEXT),
            Field.optional(CATEGORY, Types.TEXT),
            Field.optional(FAMILY, Types.TEXT),
            Field.optional(TIER, Types.WHOLE).notNegative(),
            Field.optional(LIST_PRICE, Types.MONEY).notNegative(),
            Field.optional(UNIT_COST, Types.MONEY).notNegative(),
            Field.optional(BILLING, Types.TEXT).oneOf(Billing.values()),
            Field.optional(IS_CONSUMABLE, Types.FLAG),
            Field.optional(USAGE_METRIC, Types.TEXT),
            Field.optional(INCLUDED_UNITS, Types.QUANTITY).notNegative(),
            Field.optional(REQUIRES, Types.TEXT),
            Field.optional(EXCLUDES, Types.TEXT),
            Field.optional(SUBSTITUTE_GROUP, Types.TEXT),
            Field.optional(LAUNCHED_AT, Types.INSTANT),
            Field.optional(DISCONTINUED_AT, Types.INSTANT),
            Field.optional(CONTENT_TRACK, Types.TEXT));

    public static final Input INPUT = Input.timeless(TABLE)
            .without(
                    "categories, tiers, costs and billing are unknown"
                            + ", so every other product counts as another category and nothing can be upsold; names come from the orders");

    /** The ids of {@link #REQUIRES} or {@link #EXCLUDES}: with commas, semicolons or blanks between them; none of null. */
    public static Set<String> ids(String text) {
        Set<String> ids = new TreeSet<>(Arrays.asList(text == null ? new String[0] : text.split("[,; ]+", -1)));
        ids.remove("");
        return ids;
    }

    private Products() {}
}
