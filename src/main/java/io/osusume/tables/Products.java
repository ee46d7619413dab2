package io.osusume.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

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
    public static final String OFFERABLE = "offerable";
    public static final String STOCK = "stock";
    public static final String UPDATED_AT = Input.UPDATED_AT;
    public static final String CURRENCY = Orders.CURRENCY;
    public static final String SOLD_IN = "sold_in";

    public static final Table TABLE = Table.of(
            "products",
            "one product",
            List.of(PRODUCT_ID),
            Field.text(PRODUCT_ID, "Names the product"),
            Field.text(NAME, "As offers call it"),
            Field.text(CATEGORY, "Cross-selling is offering another category").orNull("a category of its own"),
            Field.text(FAMILY, "Products of which one replaces another: the plans of one service")
                    .orNull("of none"),
            Field.whole(TIER, "Grade within the family, higher is better")
                    .orNull("not on a ladder")
                    .notNegative(),
            Field.money(LIST_PRICE, "Price of one unit, or of one billing period")
                    .orNull("the median of what was paid")
                    .notNegative(),
            Field.money(UNIT_COST, "What one unit, or period, costs us")
                    .orNull("by ltv.margin_rate")
                    .notNegative(),
            Field.text(BILLING, "How often it is paid for")
                    .orNull("once")
                    .oneOf(Billing.values())
                    .orMonths(),
            Field.flag(IS_CONSUMABLE, "Whether it is used up, and bought again").orNull("no"),
            Field.text(USAGE_METRIC, "The usage metric that its limit is about").orNull("without limit"),
            Field.quantity(INCLUDED_UNITS, "How much of the metric one of it includes")
                    .orNull("without limit")
                    .notNegative(),
            Field.text(REQUIRES, "Products of which one must be owned, with commas; all after the word all:")
                    .orNull("none"),
            Field.text(EXCLUDES, "Products beside which it cannot stand, with commas between")
                    .orNull("none"),
            Field.text(SUBSTITUTE_GROUP, "Products that stand in for each other have the same")
                    .orNull("none"),
            Field.instant(LAUNCHED_AT, "From when on it is sold").orNull("it is"),
            Field.instant(DISCONTINUED_AT, "From when on it is sold no more").orNull("it is"),
            Field.text(CONTENT_TRACK, "What to teach about it, for who is not ready to buy")
                    .orNull("nothing"),
            Field.flag(OFFERABLE, "Whether it may be offered: not postage, gift cards and the like")
                    .orNull("it may"),
            Field.quantity(STOCK, "How many can be sold: no more acceptances are expected of its offers")
                    .in("units")
                    .orNull("as many as are wanted")
                    .notNegative(),
            Field.instant(UPDATED_AT, "From when on the row holds; of several rows of a product the newest counts")
                    .orNull("always"),
            Field.text(CURRENCY, "The currency of list price and cost").orNull("that of all amounts"),
            Field.text(SOLD_IN, "The only currency in which it is sold")
                    .orNull("that of its list price where products are listed in several, else any"));

    public static final Input INPUT = Input.timeless(TABLE)
            .without(
                    "categories, tiers, costs and billing are unknown"
                            + ", so every other product counts as another category and nothing can be upsold; names come from the orders, or are the ids");

    /** Before the ids of {@link #REQUIRES} where all of them must be owned. */
    private static final Pattern ALL = Pattern.compile("^\\s*all\\s*:", Pattern.CASE_INSENSITIVE);

    /** The ids of {@link #REQUIRES} or {@link #EXCLUDES}: with commas, semicolons or blanks between them; none of null. */
    public static Set<String> ids(String text) {
        String listed = text == null ? "" : ALL.matcher(text).replaceFirst("");
        Set<String> ids = new TreeSet<>(Arrays.asList(listed.split("[,; ]+", -1)));
        ids.remove("");
        return ids;
    }

    /** Whether all of the ids of {@link #REQUIRES} are required, and not one of them. */
    public static boolean all(String requires) {
        return requires != null && ALL.matcher(requires).find();
    }

    private Products() {}
}
