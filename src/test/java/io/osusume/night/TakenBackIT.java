package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Four of forty lines were given back or called off, and one column says so in its own way: {@code init} proposes to read it, or asks
 * where only the company can know, and leaves alone what only looks like it.
 */
class TakenBackIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "return_flag, N, Y, returns: returned (4)",
        "returned_at, '', 2026-06-20, returns: returned (4)",
        "return_reason, '', damaged, returns: returned (4)",
        "cancel_reason, none, out of stock, nothing: cancelled (4)",
        "voided, 0, 1, nothing: cancelled (4)",
    })
    void isRead(String column, String kept, String back, String meaning) throws IOException {
        assertThat(proposed(column, kept, back)).contains("#   " + meaning).doesNotContain("# ? status");
    }

    /** Documents of kinds: those that take back have pieces below 0. */
    @ParameterizedTest
    @CsvSource({
        "transaction_type, SALE, RETURN",
        "Type, Charge, Refund",
        "movement, out, return",
        "Belegart, Verkauf, Retoure",
        "move_type, out_invoice, out_refund",
        "document_type, Invoice, Credit Memo",
        "売上区分, 売上, 返品"
    })
    void documentsTakeBack(String column, String kept, String back) throws IOException {
        assertThat(proposed(column, kept, back))
                .contains(" IN ('" + back + "') THEN -abs(CAST(quantity AS DECIMAL(18,4))) ELSE ")
                .contains(column + " says of some that they take back")
                .doesNotContain("# ? inputs.orders.columns.quantity");
    }

    @ParameterizedTest
    @CsvSource({"AUART, TA, RE", "dr_cr, D, C", "doc_kind, 10, 20"})
    void codesAreAskedAbout(String column, String kept, String back) throws IOException {
        assertThat(proposed(column, kept, back))
                .contains("Does " + column + " (" + kept + ", " + back
                        + ") say of some lines that they take back what was sold?")
                .contains("# ? inputs.orders.columns.quantity = \"CASE WHEN " + column + " IN ('" + back
                        + "') THEN -abs(CAST(quantity AS DECIMAL(18,4))) ELSE CAST(quantity AS DECIMAL(18,4)) END\"");
    }

    /** SAP's categories of documents are the same in each company: H are returns, K requests for a credit. */
    @ParameterizedTest
    @CsvSource({"VBTYP, C, H", "vbtyp, C, K"})
    void categoriesOfDocumentsAreKnown(String column, String kept, String back) throws IOException {
        assertThat(proposed(column, kept, back))
                .contains("CASE WHEN " + column + " IN ('" + back
                        + "') THEN -abs(CAST(quantity AS DECIMAL(18,4))) ELSE CAST(quantity AS DECIMAL(18,4)) END")
                .doesNotContain("take back what was sold?");
    }

    /**
     * What is rented out has a day of return always; kinds of products and of payment take nothing back; who comes again is no return; money
     * that was given back may be a part of it, of which the night says so.
     */
    @ParameterizedTest
    @CsvSource({
        "return_date, 2026-06-20, 2026-06-21",
        "product_type, shirt, shoe",
        "payment_type, card, cash",
        "reason, '', gift",
        "customer_type, new, return",
        "refunded_at, '', 2026-06-20"
    })
    void isLeftAlone(String column, String kept, String back) throws IOException {
        assertThat(proposed(column, kept, back)).doesNotContain("'returned'", "'cancelled'");
    }

    private String proposed(String column, String kept, String back) throws IOException {
        StringBuilder lines =
                new StringBuilder("order_id,customer_id,product_id,order_date,quantity,unit_price," + column + "\n");
        for (int i = 0; i < 40; i++) {
            lines.append("o" + i + ",c" + i % 13 + ",p" + i % 7 + ",2026-05-" + (10 + i / 2) + ",1,9.50,"
                    + (i % 10 == 3 ? back : kept) + "\n");
        }
        ProposedNight shop = new ProposedNight(folder);
        shop.write("orders.csv", lines);
        return shop.proposed();
    }
}
