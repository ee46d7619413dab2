package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.tables.Offers;
import io.osusume.tables.SuppressedOffers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** One offer of a mouse to c1, on the night of 2026-06-30 and on those before. */
class ContinuityTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final String DECISIONS =
            "target_type STRING, target_id STRING, offer_type STRING, product_id STRING,"
                    + " bundle_id STRING, content_track STRING, price DECIMAL(18,2), trigger STRING, valid_from INT, valid_to INT,"
                    + " rank INT, reason_code STRING, next_contact_ok_at INT, stopped STRING, release_date INT";
    private static final String EARLIER =
            "offer_row_id STRING, valid_from DATE, valid_to DATE, trigger STRING, row_hash STRING, updated_at TIMESTAMP";

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    /** Tonight's decision: from 1 to 14 July. */
    private static Row decision(String trigger, Integer rank, String stopped) {
        return TestSession.row(
                "customer",
                "c1",
                "cross_sell",
                "mouse",
                null,
                null,
                new BigDecimal("10.00"),
                trigger,
                day("2026-07-01"),
                day("2026-07-14"),
                rank,
                "also_bought",
                day("2026-07-03"),
                stopped,
                day("2026-07-20"));
    }

    private static Row follow(Row decision, Row... earlier) {
        return new Continuity(AS_OF)
                .follow(TestSession.rows(DECISIONS, decision), TestSession.rows(EARLIER, earlier))
                .collectAsList()
                .get(0);
    }

    /** What the night of 2026-06-25 published. */
    private static Row published(String from, String to) {
        return TestSession.row(
                md5("customer", "c1", "cross_sell", "mouse"),
                Date.valueOf(from),
                Date.valueOf(to),
                "none",
                hash(from, to, "1"),
                Timestamp.from(Instant.parse("2026-06-26T00:00:00Z")));
    }

    private static String md5(String... parts) {
        try {
            byte[] text = String.join("\u001f", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what someone would act on. */
    private static String hash(String from, String to, String rank) {
        return md5("customer", "c1", "cross_sell", "mouse", "", "10.00", from, to, rank, "also_bought");
    }

    private static List<String> dates(Row row) {
        return List.of(
                row.getAs(Offers.VALID_FROM).toString(),
                row.getAs(Offers.VALID_TO).toString(),
                row.<Timestamp>getAs(Offers.UPDATED_AT).toInstant().toString().substring(0, 10));
    }

    @Test
    void aNewOfferHasTonightsDatesAndAnIdThatNamesItAlone() {
        Row row = follow(decision("none", 1, null));
        assertThat(row.<String>getAs(Offers.OFFER_ROW_ID)).isEqualTo(md5("customer", "c1", "cross_sell", "mouse"));
        assertThat(row.<String>getAs(Offers.ROW_HASH)).isEqualTo(hash("2026-07-01", "2026-07-14", "1"));
        assertThat(dates(row)).containsExactly("2026-07-01", "2026-07-14", "2026-07-01");
        assertThat(row.getAs(Offers.NEXT_CONTACT_OK_AT).toString()).isEqualTo("2026-07-03");
        assertThat(row.getAs(SuppressedOffers.RELEASE_DATE).toString()).isEqualTo("2026-07-20");
    }

    @Test
    void anOfferThatRunsKeepsItsDatesAndTheDayOfItsLastChange() {
        Row row = follow(decision("none", 1, null), published("2026-06-20", "2026-07-01"));
        assertThat(dates(row)).containsExactly("2026-06-20", "2026-07-01", "2026-06-26");
    }

    @Test
    void anotherRankIsAChange() {
        Row row = follow(decision("none", 2, null), published("2026-06-20", "2026-07-01"));
        assertThat(dates(row)).containsExactly("2026-06-20", "2026-07-01", "2026-07-01");
    }

    @Test
    void whatHasRunOutBeginsAnew() {
        Row row = follow(decision("none", 1, null), published("2026-06-20", "2026-06-30"));
        assertThat(dates(row)).containsExactly("2026-07-01", "2026-07-14", "2026-07-01");
    }

    @Test
    void anotherTriggerBeginsAnew() {
        Row row = follow(decision("renewal", 1, null), published("2026-06-20", "2026-07-01"));
        assertThat(dates(row)).containsExactly("2026-07-01", "2026-07-14", "2026-07-01");
    }

    @Test
    void whatIsStoppedDoesNotRun() {
        Row row = follow(decision("none", null, "declined"), published("2026-06-20", "2026-07-01"));
        assertThat(dates(row)).containsExactly("2026-07-01", "2026-07-14", "2026-07-01");
    }
}
