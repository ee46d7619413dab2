package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;

/** Whether values of a column may be those of an input's column: 1 they may well, 0 they cannot. */
final class Fitness {
    /** Helpers that are numbers. */
    private static final Set<String> AMOUNTS = Set.of(
            Helper.LINE_TOTAL,
            Helper.LINE_DISCOUNT,
            Helper.ANNUAL_AMOUNT,
            Helper.RETURNED,
            Helper.CALLED_OFF,
            Helper.BILLING_COUNT,
            Helper.PRICE_UNIT);

    /** Of which some are above 0. */
    private static final Set<String> PRICES = Set.of(Helper.LINE_TOTAL, Orders.UNIT_PRICE, Products.LIST_PRICE);

    private static final Set<String> NAMES =
            Set.of(Products.NAME, Orders.PRODUCT_NAME, Helper.CUSTOMER_NAME, Helper.FIRST_NAME, Helper.LAST_NAME);
    /** Words of which there are few. */
    private static final Set<String> VOCABULARIES = Set.of(
            Orders.STATUS, Orders.CURRENCY, "channel", "event", "severity", "topic", "billing", "response", "locale");

    /** Products that stand in for each other are few; a style or a model of which there are more is a trait. */
    private static final long SUBSTITUTES = 10;

    /** What many customers share. */
    private static final Pattern KIND_OF_CUSTOMER =
            Pattern.compile(" (type|segment|group|class|category|gender|city|state)$");

    /** Of so many nobody is called by so few names. */
    private static final int MANY = 20;

    private static final int FEW = 3;

    /** How a Japanese name is said. */
    private static final Pattern SOUND = Pattern.compile("(?i)カナ|かな|仮名|フリガナ|ふりがな|読み|kana|[(（](セイ|メイ)[)）]");

    /** Columns of orders' states, of those of a country, or of kinds of orders. */
    private static final Pattern MAY_BE_NO_STATUS = Pattern.compile("state|estado|stato|.* type");

    private static final int STATES = 50;

    private static final Pattern SEVERAL = Pattern.compile("[\\w.@-]+( ?; ?[\\w.@-]+)+");

    private static final double SOME = 0.05;

    private static final Pattern STATUS_WORDS = Pattern.compile(
            "(?i)complete|paid|pending|shipped|shipment|to ship|ship$|cancel|refund|return|deliver|open|close|process|fulfil|done|draft|void|new$|sale"
                    + "|entreg|envia|pag[ao]|devuel|pendien|consegn|spedit|evas[oa]|annull|storn");

    private Fitness() {}

    static double of(String input, String target, ColumnProfile column) {
        if (column.isEmpty()) {
            return 0;
        }
        double filled = 0.6 + 0.4 * column.filledShare();
        return filled
                * kind(input, target, column)
                * among(input, target, column)
                * (isOfSeveral(target, column) ? 0.5 : 1);
    }

    /** Whether some rows name several, as a deal the persons that it was made with. */
    private static boolean isOfSeveral(String target, ColumnProfile column) {
        return target.endsWith("_id")
                && column.counts().keySet().stream()
                                .filter(SEVERAL.asMatchPredicate())
                                .count()
                        > SOME * column.distinct();
    }

    /** A product's key names its row; orders have numbers with digits, and a product of theirs stands in more than one line. */
    private static double among(String input, String target, ColumnProfile column) {
        if (input.equals(Products.INPUT.name()) && target.equals(Products.PRODUCT_ID) && !column.isUnique()) {
            return 0.5;
        }
        if (target.equals(Products.SUBSTITUTE_GROUP) && column.filled() > SUBSTITUTES * column.distinct()) {
            return 0.5;
        }
        boolean ofOrders = input.equals(Orders.INPUT.name()) || input.equals(Helper.HEADS);
        if (ofOrders && target.equals(Orders.STATUS) && mayBeNoStatus(column) && !isStatus(column)) {
            return 0;
        }
        if (!input.equals(Orders.INPUT.name())) {
            return 1;
        }
        boolean noOrder = target.equals(Orders.ORDER_ID) && !column.hasDigits();
        boolean noProduct = target.equals(Orders.PRODUCT_ID) && column.rows() > 30 && column.isUnique();
        return noOrder || noProduct ? 0.5 : 1;
    }

    /** Whether its values alone tell that it is a state of orders. */
    static boolean mayBeNoStatus(ColumnProfile column) {
        return MAY_BE_NO_STATUS.matcher(HeaderNames.plain(column.name())).matches();
    }

    /** Whether some value is a word for what becomes of an order, and not the name of a country's part. */
    private static boolean isStatus(ColumnProfile column) {
        return column.commonest(STATES).stream()
                .anyMatch(v -> STATUS_WORDS.matcher(v).find());
    }

    private static double kind(String input, String target, ColumnProfile column) {
        DataType type = type(input, target);
        if (!DocumentKinds.fits(target, column)) {
            return 0;
        }
        if (target.equals(Helper.ORDER_TIME)) {
            return column.isClock() ? 1 : 0;
        }
        if (target.equals(Helper.EMAIL)) {
            return column.isEmail() ? 1 : 0;
        }
        if (target.equals(Helper.IS_CANCELLED) || target.equals(Helper.IS_RETURNED)) {
            return column.isFlag() || OrderFlags.isOfSome(column) ? 1 : 0;
        }
        if (type.equals(Types.FLAG) || target.equals(Helper.CONSENT)) {
            return column.isFlag() ? 1 : 0;
        }
        if (type.equals(Types.INSTANT)) {
            return column.isTime() || column.mayBeCountedTime() ? 1 : 0;
        }
        if (AMOUNTS.contains(target)
                || List.of(Types.MONEY, Types.WHOLE, Types.ESTIMATE).contains(type)) {
            boolean nothing = PRICES.contains(target)
                    && column.counts().keySet().stream().allMatch(value -> LineAmounts.number(value) == 0);
            return column.number().isPresent() && !column.isTime() ? (nothing ? 0.3 : 1) : 0;
        }
        return text(target, column);
    }

    private static double text(String target, ColumnProfile column) {
        if (target.equals(Orders.CURRENCY) && column.number().isPresent()) {
            return 0;
        }
        if ((column.isTime() && column.number().isEmpty()) || column.isClock()) {
            return 0;
        }
        if (target.equals(Customers.CUSTOMER_ID)
                && KIND_OF_CUSTOMER.matcher(HeaderNames.plain(column.name())).find()) {
            return 0.5;
        }
        if (target.endsWith("_id")) {
            boolean decimals = column.number().isPresent() && !column.isWhole();
            return decimals ? 0.2 : column.isFlag() && column.rows() > 20 ? 0.5 : 1;
        }
        boolean few = column.rows() > MANY && column.distinct() <= FEW;
        if (target.equals(Customers.NAME)
                && (few || SOUND.matcher(column.name()).find())) {
            return 0.3;
        }
        if (NAMES.contains(target) || target.equals(Customers.NAME)) {
            return column.isText() ? 1 : 0.6;
        }
        if (target.equals(Products.CATEGORY) || target.equals(Helper.SUBCATEGORY) || VOCABULARIES.contains(target)) {
            boolean repeats = column.distinct() <= Math.max(12, column.filled() / 3);
            return (repeats ? 1 : 0.6) * (column.isText() ? 1 : 0.8);
        }
        return 1;
    }

    private static DataType type(String input, String target) {
        Optional<Input> known =
                Input.all().stream().filter(i -> i.name().equals(input)).findFirst();
        if (input.equals(Helper.HEADS)) {
            known = Optional.of(Orders.INPUT);
        }
        return known.flatMap(i -> i.table().column(target))
                .map(io.osusume.tables.Field::type)
                .orElse(target.endsWith("_at") ? Types.INSTANT : Types.TEXT);
    }
}
