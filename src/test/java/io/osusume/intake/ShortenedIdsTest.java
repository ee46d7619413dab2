package io.osusume.intake;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ShortenedIdsTest {
    @Test
    void idsThatASpreadsheetWroteAsPowersOfTenAreTold() {
        assertThat(told("A1", "1.23457E+11", "2E+05"))
                .hasValueSatisfying(
                        note -> assertThat(note)
                                .startsWith(
                                        "customers.customer_id has ids such as 2E+05: they were kept as decimal numbers, as spreadsheets do"));
    }

    /** As a double is written that has more digits than it can hold. */
    @Test
    void soAreThoseOfADataFrame() {
        assertThat(told("1.2345678901234567E19")).isPresent();
    }

    @Test
    void otherIdsWithAnEAreNot() {
        assertThat(told("ABLE+12", "1E5", "7E12", "123456789012", null)).isEmpty();
    }

    @Test
    void anInputsOwnColumnsAreLookedAt() {
        Row observed = rows("contact_id STRING, customer_id STRING", row("k1", "1.5E+10"))
                .agg(ShortenedIds.figure(Contacts.INPUT))
                .first();
        assertThat(ShortenedIds.note(Contacts.INPUT, observed.get(0))).hasValueSatisfying(note -> assertThat(note)
                .startsWith("contacts.customer_id has ids such as 1.5E+10"));
    }

    private static Optional<String> told(String... ids) {
        Row[] rows = new Row[ids.length];
        for (int i = 0; i < ids.length; i++) {
            rows[i] = row(ids[i], "acct-1");
        }
        Row observed = rows("customer_id STRING, account_id STRING", rows)
                .agg(ShortenedIds.figure(Customers.INPUT))
                .first();
        return ShortenedIds.note(Customers.INPUT, observed.get(0));
    }
}
