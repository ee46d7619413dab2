package io.osusume.intake.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputGuessTest {
    @ParameterizedTest
    @CsvSource({
        "orders, order_id, InvoiceNo",
        "orders, order_id, Order #",
        "orders, order_id, 受注番号",
        "orders, product_id, Lineitem sku",
        "orders, product_id, StockCode",
        "orders, quantity, Qty",
        "orders, quantity, 個数",
        "orders, unit_price, 単価(税込)",
        "orders, line_total, Net Sales",
        "orders, ordered_at, order_purchase_timestamp",
        "orders, ordered_at, Created (UTC)",
        "orders, customer_id, household_id",
        "orders, customer_id, 会員ID",
        "customers, marketing_consent, Accepts Marketing",
        "customers, marketing_consent, メルマガ購読フラグ",
        "products, category, 商品カテゴリー",
        "subscriptions, ended_at, Ended At (UTC)",
        "subscriptions, renews_at, Current Period End (UTC)",
        "tickets, opened_at, submitted_at",
        "orders, quantity, OrderQuantity",
        "products, list_price, ProductPrice",
        "products, unit_cost, 商品原価",
        "products, subcategory, ProductSubcategoryKey",
        "customers, joined_at, Customer Created At",
        "orders, channel, Sales Channel",
        "orders, channel, 販売チャネル",
        "orders, customer_id, CUST_CD",
        "orders, product_id, ITEM_CD",
        "orders, ordered_at, ORD_DT",
        "orders, line_total, SALES_AMT",
        "orders, status, ORD_STS",
        "orders, order_id, Número de pedido",
        "orders, quantity, Quantità",
        "orders, is_cancelled, CANCEL_FLG",
        "orders, is_cancelled, 取消フラグ"
    })
    void namesOfTheUsualExportsAreKnown(String input, String column, String name) {
        assertThat(HeaderWords.known().score(input, column, name)).isGreaterThan(0.7);
    }

    @ParameterizedTest
    @CsvSource({
        "orders, order_id, Country",
        "orders, customer_id, customer_city",
        "orders, unit_price, shipping",
        "orders, quantity, id",
        "products, name, product_weight_g",
        "products, list_price, production price",
        "orders, ordered_at, order_estimated_delivery_date"
    })
    void otherNamesAreNot(String input, String column, String name) {
        assertThat(HeaderWords.known().score(input, column, name)).isLessThan(0.7);
    }

    /** What a person would take for read is named where it is not; a part of a country is nobody's status. */
    @Test
    void whatIsSomethingByItsNameAloneIsSaid() {
        TableProfile lines = table(
                "lines.csv",
                List.of("Order ID", "Customer ID", "SKU", "Quantity", "Price", "State"),
                30,
                i -> new String[] {
                    "O" + i / 2,
                    "C" + i % 4,
                    "S" + i % 5,
                    1 + i % 3 + " pcs",
                    "9." + i % 9,
                    i % 2 == 0 ? "Texas" : "Ohio"
                });
        assertThat(InputGuess.of(lines, "orders").unread())
                .singleElement()
                .asString()
                .contains("Quantity is quantity by its name", "1 pcs");
    }

    @Test
    void aFileIsTheInputThatItsColumnsMake() {
        TableProfile items = table("items.csv", List.of("order_id", "sku", "qty", "price"), 30, i ->
                new String[] {"O" + i / 2, "S" + i % 5, "1", "9." + i % 9});
        TableProfile stock = table("stock.csv", List.of("sku", "title", "price", "category"), 5, i ->
                new String[] {"S" + i, "Thing " + i, "9.5", i < 3 ? "a" : "b"});
        TableProfile people = table("people.csv", List.of("id", "full_name", "email", "signup_date"), 9, i ->
                new String[] {"C" + i, "N " + i, "n" + i + "@example.com", "2026-01-0" + (i + 1)});
        Guesses guesses = Guesses.of(List.of(people, stock, items));
        assertThat(guesses.chosen().get("orders").table()).isEqualTo(items);
        assertThat(guesses.chosen().get("products").table()).isEqualTo(stock);
        assertThat(guesses.chosen().get("customers").table()).isEqualTo(people);
    }

    @Test
    void anIdThatStandsForFarMoreLinesThanAnyOtherIsNobody() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.addAll(List.of("C" + i, "C" + i));
        }
        assertThat(Nobody.in(ColumnProfile.of("customer", ids))).isEmpty();
        ids.addAll(java.util.Collections.nCopies(30, "0"));
        assertThat(Nobody.in(ColumnProfile.of("customer", ids))).contains("0");
    }

    @Test
    void keysThatAreWrittenDifferentlyMatchAllTheSame() {
        ColumnProfile orders = ColumnProfile.of("customer_id", List.of("7.0", "8.0", "9.0", "10.0"));
        ColumnProfile customers = ColumnProfile.of("id", List.of("7", "8", "9", "11"));
        KeyMatches.KeyMatch match = KeyMatches.of(orders, null, customers);
        assertThat(match.share()).isEqualTo(0.75);
        assertThat(match.way()).isEqualTo("without a trailing .0");
    }

    static TableProfile table(
            String file, List<String> columns, int rows, java.util.function.IntFunction<String[]> row) {
        List<String[]> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            all.add(row.apply(i));
        }
        return TableProfile.of(new TableSample(
                file.replaceFirst("\\..*", ""),
                "/data/" + file,
                "csv",
                Optional.empty(),
                columns,
                all,
                true,
                Optional.empty(),
                Optional.empty()));
    }

    /** Each of another address: a list of persons, whatever else its columns may be called. */
    @Test
    void aListOfPersonsIsNoLog() {
        assertThat(persons("a@x.test", "b@x.test", "c@x.test").fits()).isFalse();
        assertThat(persons("a@x.test", "b@x.test", "a@x.test").fits()).isTrue();
    }

    private static InputGuess persons(String... addresses) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < addresses.length; i++) {
            rows.add(new String[] {"n" + i, addresses[i], "2026-01-0" + (1 + i), "gold"});
        }
        return InputGuess.of(
                TableProfile.of(new TableSample(
                        "crm",
                        "crm.csv",
                        "csv",
                        Optional.empty(),
                        List.of("id", "email", "created_at", "category"),
                        rows,
                        true,
                        Optional.empty(),
                        Optional.empty())),
                "tickets");
    }
}
