package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static io.osusume.TestSession.spark;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.config.ConfigLoader;
import io.osusume.errors.UserException;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OneCurrencyTest {
    private final Map<Input, InputReader.Taken> taken = new LinkedHashMap<>();

    @Test
    void theOnlyCurrencyThatIsNamedIsThatOfAll() {
        orders("a EUR 10", "b eur 20", "c - 0");
        assertThat(read().currency()).isEqualTo("EUR");
        assertThat(amounts(Orders.INPUT, Orders.UNIT_PRICE)).containsExactly("EUR 0", "EUR 10", "EUR 20");
    }

    @Test
    void whereNobodyNamesAnotherABlankIsTheConfiguredOne() {
        orders("a JPY 10", "b - 20");
        assertThat(read().currency()).isEqualTo("JPY");
        assertThat(amounts(Orders.INPUT, Orders.UNIT_PRICE)).containsExactly("JPY 10", "JPY 20");
    }

    @Test
    void withRatesAllAmountsOfAllInputsAreConvertedOnce() {
        orders("a JPY 1000", "b EUR 10", "c USD 2.5");
        prices(Products.INPUT, Products.LIST_PRICE, "EUR 2");
        prices(Subscriptions.INPUT, Subscriptions.PRICE, "USD 4");
        OneCurrency.Read read = read("ltv.currency_rates.EUR=160.5", "ltv.currency_rates.USD=148");
        assertThat(read.currency()).isEqualTo("JPY");
        // 10 · 160.5, 2.5 · 148, 2 · 160.5, 4 · 148.
        assertThat(amounts(Orders.INPUT, Orders.UNIT_PRICE)).containsExactly("JPY 1000", "JPY 1605", "JPY 370");
        assertThat(amounts(Products.INPUT, Products.LIST_PRICE)).containsExactly("JPY 321");
        assertThat(amounts(Subscriptions.INPUT, Subscriptions.PRICE)).containsExactly("JPY 592");
        assertThat(read.notes())
                .contains("1 rows of orders with amounts in EUR were converted to JPY at 160.5 (ltv.currency_rates).")
                .contains(
                        "1 rows of products with amounts in EUR were converted to JPY at 160.5 (ltv.currency_rates).");
    }

    @Test
    void productsListedInSeveralCurrenciesAreSoldInTheirsUnlessAColumnSaysIt() {
        orders("a EUR 10");
        prices(Products.INPUT, Products.LIST_PRICE, "eur 2", "USD 3");
        OneCurrency.Read read = read("ltv.currency=EUR", "ltv.currency_rates.USD=0.5");
        assertThat(soldIn()).containsExactly("EUR 2", "USD 1.5");
        assertThat(read.notes())
                .contains("1 rows of products with amounts in USD were converted to EUR at 0.5 (ltv.currency_rates)."
                        + " Who has nothing but products in other currencies is not offered them (products.sold_in).");
        prices(Products.INPUT, Products.LIST_PRICE, "EUR 2", "EUR 3");
        read("ltv.currency=EUR");
        assertThat(soldIn()).containsExactly("null 2", "null 3");
        prices(Products.INPUT, Products.LIST_PRICE, "EUR 2", "USD 3");
        InputReader.Taken products = taken.get(Products.INPUT);
        taken.put(
                Products.INPUT,
                new InputReader.Taken(
                        products.rows(),
                        Set.of(Products.PRODUCT_ID, Orders.CURRENCY, Products.LIST_PRICE, Products.SOLD_IN),
                        products.counts(),
                        List.of()));
        read("ltv.currency=EUR", "ltv.currency_rates.USD=0.5");
        assertThat(soldIn()).containsExactly("null 1.5", "null 2");
    }

    /** A list with a row a currency: the lamp is sold in both, the rug in dollars only. */
    @Test
    void whatIsListedInTwoCurrenciesIsSoldInAny() {
        orders("a EUR 10");
        take(Products.INPUT, Products.PRODUCT_ID, Products.LIST_PRICE, "lamp EUR 2", "lamp USD 4", "rug USD 6");
        read("ltv.currency=EUR", "ltv.currency_rates.USD=0.5");
        assertThat(soldIn()).containsExactly("USD 3", "null 2", "null 2");
    }

    private List<String> soldIn() {
        return amounts(Products.INPUT, Products.LIST_PRICE, Products.SOLD_IN);
    }

    @Test
    void severalCurrenciesWithoutRatesAreNamed() {
        orders("a JPY 1000", "b JPY 1000", "c EUR 10");
        prices(Subscriptions.INPUT, Subscriptions.PRICE, "USD 4");
        assertThatThrownBy(() -> read())
                .isInstanceOf(UserException.class)
                .hasMessageContaining(
                        "Amounts are in EUR (1 rows of orders) and JPY (2 rows of orders) and USD (1 rows of"
                                + " subscriptions), which cannot be added up without a rate for EUR, USD")
                .hasMessageContaining(
                        "set ltv.currency = JPY and ltv.currency_rates { EUR = <value of one unit in JPY>,"
                                + " USD = <value of one unit in JPY> }");
        assertThatThrownBy(() -> read("ltv.currency_rates.EUR=160")).hasMessageContaining("without a rate for USD.");
    }

    @Test
    void whereNoAmountIsInTheConfiguredCurrencyTheCommonestIsProposed() {
        orders("a USD 90", "b USD 12", "c EUR 10");
        assertThatThrownBy(() -> read())
                .hasMessageContaining(
                        "set ltv.currency = USD and ltv.currency_rates { EUR = <value of one unit in USD> }");
    }

    @Test
    void amountsWithoutACodeBesideDollarsAreNoDollars() {
        orders("a USD 90", "b - 13500");
        assertThatThrownBy(() -> read())
                .hasMessageContaining(
                        "1 of 2 rows of orders name no currency, beside amounts in USD: nobody knows whether they"
                                + " are in JPY (ltv.currency).")
                .hasMessageContaining(
                        "set inputs.orders.columns.currency = \"coalesce(nullif(trim(currency), ''), 'JPY')\"");
    }

    @Test
    void aFewWithoutACodeAreRejectsAndThoseOfAnOrderTakeItsOwn() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 38; i++) {
            lines.add("o" + i + " USD 5");
        }
        lines.add("o1 - 7");
        lines.add("x - 9");
        orders(lines.toArray(String[]::new));
        OneCurrency.Read read = read();
        assertThat(read.currency()).isEqualTo("USD");
        assertThat(read.staged().counts().get(Orders.INPUT))
                .extracting(InputCounts::accepted, InputCounts::rejected)
                .containsExactly(39L, 1L);
        assertThat(read.staged().accepted(Orders.INPUT).count()).isEqualTo(39);
        assertThat(read.staged().rejects().collectAsList())
                .singleElement()
                .satisfies(r -> assertThat(r.getString(1)).isEqualTo("missing_currency"))
                .satisfies(r -> assertThat(r.getString(3)).contains("\"order_id\":\"x\""));
    }

    private OneCurrency.Read last;

    private OneCurrency.Read read(String... settings) {
        List<String> all = new ArrayList<>(List.of("inputs.orders.path=x"));
        all.addAll(List.of(settings));
        last = new OneCurrency(ConfigLoader.load(Optional.empty(), all).config()).of(new StagedInputs(spark(), taken));
        return last;
    }

    private List<String> amounts(Input input, String amount) {
        return amounts(input, amount, Orders.CURRENCY);
    }

    private List<String> amounts(Input input, String amount, String currency) {
        return last.staged().accepted(input).collectAsList().stream()
                .map(r -> r.getAs(currency) + " "
                        + r.<java.math.BigDecimal>getAs(amount)
                                .stripTrailingZeros()
                                .toPlainString())
                .sorted()
                .toList();
    }

    /** Lines such as {@code "order code price"}; {@code -} is no code. */
    private void orders(String... lines) {
        take(Orders.INPUT, Orders.ORDER_ID, Orders.UNIT_PRICE, lines);
    }

    private void prices(Input input, String amount, String... prices) {
        take(
                input,
                input.table().key().get(0),
                amount,
                Arrays.stream(prices).map(p -> "id" + p.hashCode() + " " + p).toArray(String[]::new));
    }

    private void take(Input input, String id, String amount, String... lines) {
        Row[] cells = Arrays.stream(lines)
                .map(l -> l.split(" "))
                .map(c -> row(c[0], c[1].equals("-") ? null : c[1], c[2]))
                .toArray(Row[]::new);
        Dataset<Row> all = rows(id + " STRING, currency STRING, " + amount + " STRING", cells)
                .withColumn(amount, col(amount).cast("decimal(18,4)"));
        for (var column : input.table().columns()) {
            if (!List.of(all.columns()).contains(column.name())) {
                all = all.withColumn(column.name(), lit(null).cast(column.type()));
            }
        }
        for (String own : List.of(Staging.REASON, Staging.DETAIL, Staging.RAW)) {
            all = all.withColumn(own, lit(null).cast("string"));
        }
        all = all.withColumn(Staging.STATUS, lit(Staging.ACCEPTED));
        InputCounts counts = new InputCounts(input.name(), lines.length, 0, 0, Optional.empty());
        taken.put(input, new InputReader.Taken(all, Set.of(id, Orders.CURRENCY, amount), counts, List.of()));
    }
}
