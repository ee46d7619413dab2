package io.osusume.tables;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;

/** Handed between stages: {@code prices}, all products with what they sell for and earn. */
public final class Prices {
    public static final String PRICE = "price";
    public static final String MARGIN = "margin";
    public static final String MARGIN_PER_YEAR = "margin_per_year";
    public static final String BY_PERIOD = "by_period";
    public static final String ON_SALE = "on_sale";
    public static final String LAST_DAY = "last_day";
    public static final String MAY_BE_OFFERED = "may_be_offered";

    public static final String MAY_BE_NAMED = "may_be_named";

    private static final List<Field> OWN = List.of(
            Field.money(PRICE, "The list price, else the median of the prices paid")
                    .orNull("neither is known"),
            Field.money(MARGIN, "Of one unit or billing period: price − unit cost, else price × ltv.margin_rate")
                    .orNull("no price"),
            Field.money(MARGIN_PER_YEAR, "Of one unit over a year of billing; 0 for what is sold once")
                    .orNull("no price"),
            Field.of(
                            BY_PERIOD,
                            DataTypes.createMapType(DataTypes.StringType, Types.MONEY),
                            "Period from payment to payment → the median of what running contracts pay for one unit a payment")
                    .orNull("too few contracts tell it"),
            Field.flag(ON_SALE, "Whether it may be sold on the day after as-of: launched, not discontinued, in stock"),
            Field.day(LAST_DAY, "The last day on which it is sold: the one before discontinued_at")
                    .orNull("no end is known"),
            Field.flag(MAY_BE_OFFERED, "Whether neither offerable nor offers.exclude forbids it"),
            Field.flag(MAY_BE_NAMED, "Whether offers.exclude does not forbid to speak of it"));

    public static final Table TABLE = new Table(
            "prices",
            "one product, with what it sells for and earns",
            Products.TABLE.key(),
            Stream.concat(Products.TABLE.columns().stream(), OWN.stream()).toList());

    private Prices() {}
}
