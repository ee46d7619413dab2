package io.osusume.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.RunConfig.Language;
import io.osusume.tables.Bundles;
import io.osusume.tables.SuppressedOffers;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The report's lists: what a row is of, and what it is called. */
class ListsTest {
    /** Of two candidates of a product the better one; a set by its products, an unpublished one by its id. */
    @Test
    void whatBecomesFreeAgainIsToldOnceEach() {
        Dataset<Row> stopped = MadeUpNight.rows(
                SuppressedOffers.TABLE,
                List.of(
                        stopped("a", "product_id", "p1", 5.0),
                        stopped("b", "product_id", "p1", 7.0),
                        stopped("c", "bundle_id", "b", 6.0),
                        stopped("d", "bundle_id", "gone", 4.0)));
        Dataset<Row> sets =
                MadeUpNight.rows(Bundles.TABLE, List.of(Map.of("bundle_id", "b", "items", List.of("p2", "p3"))));
        Document page = page(MadeUpNight.of(Map.of(SuppressedOffers.TABLE, stopped, Bundles.TABLE, sets)), Language.EN);
        assertThat(cells(page, "coming").stream().map(row -> List.of(row.get(0), row.get(2), row.get(5))))
                .containsExactly(
                        List.of("p1", "to b", "¥7"), List.of("p2 + p3", "to c", "¥6"), List.of("gone", "to d", "¥4"));
    }

    private static Map<String, Object> stopped(String id, String what, String of, double value) {
        return Map.of(
                SuppressedOffers.OFFER_ROW_ID,
                id,
                SuppressedOffers.TARGET_ID,
                "to " + id,
                what,
                of,
                SuppressedOffers.REASON_CODE,
                "contact_cap",
                SuppressedOffers.RELEASE_DATE,
                Date.valueOf(MadeUpNight.DAY),
                SuppressedOffers.EXPECTED_VALUE,
                value);
    }

    @Test
    void whyRowsWereRejectedIsToldInJapaneseToo() {
        assertThat(cells(page(MadeUpNight.full(), Language.EN), "rejects").get(0))
                .contains("unreadable_ordered_at");
        assertThat(cells(page(MadeUpNight.full(), Language.JA), "rejects").get(0))
                .contains("ordered_at が読めない");
    }

    private static Document page(Night night, Language language) {
        return Jsoup.parse(MadeUpNight.pages(night).get(language));
    }

    private static List<List<String>> cells(Document page, String grid) {
        return page.select("#table-" + grid + " tbody tr").stream()
                .map(row -> row.select("td").eachText())
                .toList();
    }
}
