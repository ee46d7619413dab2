package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Types;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * All amounts in one currency, from reading on. Without rates it is the only one that any row names; with rates it is {@code
 * ltv.currency}, and the others are converted. A row that names none is in {@code ltv.currency} only where no row names
 * another; else it takes the currency of its order, or is a reject.
 */
final class OneCurrency {
    static final String REASON = "missing_currency";

    private final OsusumeConfig config;
    private final LtvConfig rates;
    private final List<String> notes = new ArrayList<>();

    OneCurrency(OsusumeConfig config) {
        this.config = config;
        this.rates = config.ltv();
    }

    /**
     * What was read.
     *
     * @param currency the one that all amounts are in
     */
    record Read(StagedInputs staged, String currency, List<String> notes) {}

    /**
     * Brings them there.
     *
     * @throws io.osusume.errors.UserException naming the codes, where there are several and not a rate for each, or where too
     *     many amounts name none
     */
    Read of(StagedInputs read) {
        CurrencyCodes codes = CurrencyCodes.of(read);
        SortedSet<String> named = codes.named();
        StagedInputs staged = read;
        if (named.stream().anyMatch(code -> !code.equals(rates.currency()))) {
            if (codes.blank(Orders.INPUT) > 0) {
                staged = staged.with(Orders.INPUT, ofOrder(staged.taken().get(Orders.INPUT)));
                codes = CurrencyCodes.of(staged);
            }
            new CurrencyProblems(config).require(codes);
            staged = withoutBlank(staged, codes);
        }
        String currency = rates.currencyRates().isEmpty() && !named.isEmpty() ? named.first() : rates.currency();
        staged = soldIn(staged, codes);
        for (Input input : codes.byInput().keySet()) {
            staged = staged.with(input, converted(staged.taken().get(input), input, currency));
            named.stream().filter(code -> !code.equals(currency)).forEach(told(codes, input, currency));
        }
        return new Read(staged, currency, notes);
    }

    /** Lists of products in several currencies tell in which each is sold, where no column says it; one listed in two is sold in any. */
    private static StagedInputs soldIn(StagedInputs staged, CurrencyCodes codes) {
        if (codes.named(Products.INPUT).size() < 2 || staged.knows(Products.INPUT, Products.SOLD_IN)) {
            return staged;
        }
        InputReader.Taken products = staged.taken().get(Products.INPUT);
        return staged.with(
                Products.INPUT,
                products.with(products.rows().withColumn(Products.SOLD_IN, only(Products.PRODUCT_ID)), 0));
    }

    /** Exports that tell what holds for the whole order on its first line only tell the currency there, too. */
    private static InputReader.Taken ofOrder(InputReader.Taken orders) {
        Column known = coalesce(CurrencyCodes.code(), only(Orders.ORDER_ID));
        return orders.with(orders.rows().withColumn(Orders.CURRENCY, known), 0);
    }

    /** The code of all rows of one key that name any; null where they name several. */
    private static Column only(String key) {
        WindowSpec rows = Window.partitionBy(key);
        Column first = min(CurrencyCodes.code()).over(rows);
        return when(first.equalTo(max(CurrencyCodes.code()).over(rows)), first);
    }

    private static StagedInputs withoutBlank(StagedInputs staged, CurrencyCodes codes) {
        StagedInputs left = staged;
        for (Input input : codes.byInput().keySet()) {
            if (codes.blank(input) > 0) {
                left = left.with(input, rejected(left.taken().get(input), input, codes.blank(input)));
            }
        }
        return left;
    }

    private static InputReader.Taken rejected(InputReader.Taken taken, Input input, long blank) {
        Column[] values = input.table().columnNames().stream().map(c -> col(c)).toArray(Column[]::new);
        Column lacks = col(Staging.STATUS)
                .equalTo(Staging.ACCEPTED)
                .and(col(Orders.CURRENCY).isNull())
                .and(CurrencyCodes.hasAmount(input));
        Dataset<Row> rows = taken.rows()
                .withColumn("_lacks", lacks)
                .withColumn(
                        Staging.STATUS, when(col("_lacks"), Staging.REJECTED).otherwise(col(Staging.STATUS)))
                .withColumn(Staging.REASON, when(col("_lacks"), REASON).otherwise(col(Staging.REASON)))
                .withColumn(
                        Staging.RAW,
                        when(col("_lacks"), to_json(struct(values))).otherwise(col(Staging.RAW)))
                .drop("_lacks");
        return taken.with(rows, blank);
    }

    private InputReader.Taken converted(InputReader.Taken taken, Input input, String currency) {
        Dataset<Row> rows = taken.rows();
        for (String amount : CurrencyCodes.AMOUNTS.get(input)) {
            Column converted = col(amount);
            for (var rate : rates.currencyRates().entrySet()) {
                if (!rate.getKey().equals(currency)) {
                    converted = when(
                                    CurrencyCodes.code().equalTo(rate.getKey()),
                                    col(amount)
                                            .multiply(lit(BigDecimal.valueOf(rate.getValue())))
                                            .cast(Types.MONEY))
                            .otherwise(converted);
                }
            }
            rows = rows.withColumn(amount, converted);
        }
        return taken.with(rows.withColumn(Orders.CURRENCY, lit(currency)), 0);
    }

    private java.util.function.Consumer<String> told(CurrencyCodes codes, Input input, String currency) {
        return code -> {
            if (codes.rows(input, code) > 0) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%,d rows of %s with amounts in %s were converted to %s at %s (ltv.currency_rates).%s",
                        codes.rows(input, code),
                        input.name(),
                        code,
                        currency,
                        BigDecimal.valueOf(rates.currencyRates().get(code)).toPlainString(),
                        input.equals(Products.INPUT) && codes.named(input).size() > 1
                                ? " Who has nothing but products in other currencies is not offered them (products.sold_in)."
                                : ""));
            }
        };
    }
}
