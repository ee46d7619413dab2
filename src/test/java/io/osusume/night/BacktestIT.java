package io.osusume.night;

import static io.osusume.night.Nights.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.Slow;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole command over the sample's two months, with a smaller model than by default, read by DuckDB. */
@Slow
class BacktestIT {
    /** Figures of a popularity, of the paid lines of known customers; {@code #counted} is first or last. */
    private static final String POPULARITY = """
                WITH lines AS (
                  SELECT DISTINCT customer_id, product_id, CAST(TRY_CAST(ordered_at AS TIMESTAMP) AS DATE) AS day
                  FROM [orders]
                  WHERE customer_id IS NOT NULL AND order_id IS NOT NULL AND product_id IS NOT NULL AND status IS NULL
                    AND TRY_CAST(unit_price AS DOUBLE) > 0 AND TRY_CAST(quantity AS DOUBLE) > 0),
                past AS (
                  SELECT customer_id, product_id, min(day) AS first, max(day) AS last FROM lines
                  WHERE day <= DATE '#day' GROUP BY ALL),
                bought AS (
                  SELECT l.customer_id, l.product_id FROM lines l ANTI JOIN past USING (customer_id, product_id)
                  WHERE l.day <= DATE '#day' + 28 AND l.customer_id IN (SELECT customer_id FROM past)
                  GROUP BY ALL),
                judged AS (SELECT customer_id, count(*) AS r FROM bought GROUP BY ALL),
                products AS (
                  SELECT product_id, count(*) FILTER (#counted > DATE '#day' - #days) AS score FROM past
                  GROUP BY ALL HAVING max(last) > DATE '#day' - 28),
                ranked AS (
                  SELECT j.customer_id, p.product_id,
                    row_number() OVER (PARTITION BY j.customer_id ORDER BY score DESC, p.product_id) AS place
                  FROM judged j CROSS JOIN products p
                  ANTI JOIN past ON past.customer_id = j.customer_id AND past.product_id = p.product_id
                  WHERE score > 0
                  QUALIFY place <= 10),
                hits AS (SELECT customer_id, place FROM ranked JOIN bought USING (customer_id, product_id)),
                each AS (
                  SELECT r, count(place) AS n, coalesce(sum(1 / log2(1 + place)), 0) AS gain,
                    list_sum(list_transform(range(1, least(10, r) + 1), i -> 1 / log2(1 + i))) AS ideal
                  FROM judged LEFT JOIN hits USING (customer_id) GROUP BY judged.customer_id, r)
                SELECT count(*), avg(n / r), avg(gain / ideal), avg(n / 10), avg(CASE WHEN n > 0 THEN 1 ELSE 0 END)
                FROM each""";

    @TempDir
    static Path warehouse;

    private static Command command;

    @BeforeAll
    static void run() {
        command = Command.run(
                "backtest",
                "--conf",
                "conf/sample.conf",
                "--warehouse",
                warehouse.toString(),
                "--as-of",
                "2026-05-31,2026-04-30",
                "--set",
                "ranker.training.trees=30",
                "--set",
                "ranker.training.windows=3",
                "--set",
                "ranker.factors=16",
                "--set",
                "backtest.resamples=200",
                "--set",
                "backtest.als.rank=8",
                "--set",
                "backtest.als.iterations=3");
        assertThat(command.err()).isEmpty();
        assertThat(command.exitCode()).isZero();
    }

    private static String table() {
        return "read_parquet('" + warehouse + "/backtest/run_date=2026-05-31/*.parquet')";
    }

    @Test
    void theComparisonIsPrintedAndPublished() {
        assertThat(command.out())
                .contains("As of the end of 2026-04-30", "As of the end of 2026-05-31", "Mean over the days")
                .contains("ranker_guarded", "item_cosine", "calibration_ratio", "Every method ranks the same products");
        // Per day nine methods of six metrics, three figures of calibration, and nine of the offers made; these of both
        // days too.
        assertThat(NIGHT.count("SELECT count(*) FROM " + table())).isEqualTo(2 * (9 * 6 + 3 + 9) + 9);
        assertThat(NIGHT.column("SELECT metric FROM " + table()
                        + " WHERE value IS NULL OR isnan(value) OR value < value_low OR value > value_high"))
                .isEmpty();
    }

    @Test
    void theRankerIsAbovePopularityBeyondTheInterval() {
        assertThat(NIGHT.column("SELECT method FROM " + table()
                        + " WHERE metric = 'ndcg' AND difference_low > 0 AND method LIKE '%popularity%'"
                        + " GROUP BY method HAVING count(*) = 2 ORDER BY 1"))
                .containsExactly("popularity", "recent_popularity");
    }

    /** Counted again in SQL from the file of orders alone. */
    @ParameterizedTest
    @CsvSource({
        "popularity, 2026-05-31, last, 100000",
        "recent_popularity, 2026-05-31, last, 28",
        "recent_popularity, 2026-04-30, last, 28",
        "new_buyers, 2026-05-31, first, 28"
    })
    void popularityIsAsCountedByAnotherTool(String method, String day, String counted, int days) {
        List<String> expected = NIGHT.query(POPULARITY
                        .replace("#days", Integer.toString(days))
                        .replace("#day", day)
                        .replace("#counted", counted))
                .get(0);
        int column = 1;
        for (String metric : List.of("recall", "ndcg", "precision", "hit_rate")) {
            List<String> row = NIGHT.query("SELECT customers, value FROM " + table() + " WHERE method = '" + method
                            + "' AND metric = '" + metric + "' AND as_of = DATE '" + day + "'")
                    .get(0);
            assertThat(row.get(0)).isEqualTo(expected.get(0));
            assertThat(Double.parseDouble(row.get(1)))
                    .as(metric)
                    .isCloseTo(Double.parseDouble(expected.get(column++)), within(1e-6));
        }
        assertThat(Integer.parseInt(expected.get(0))).isGreaterThan(100);
    }
}
