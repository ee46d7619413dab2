package io.osusume.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.Slow;
import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.errors.UserException;
import io.osusume.io.Progress;
import io.osusume.pipeline.Goal;
import io.osusume.pipeline.NightlyPipeline;
import io.osusume.pipeline.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company that is paid in several currencies, from its files to the published table. */
@Slow
class MoneyWorldIT {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 17);
    private static final String[] RATES = {
        "ltv.currency=JPY", "ltv.currency_rates.EUR=160", "ltv.currency_rates.USD=150", "ltv.margin_rate=1"
    };

    @TempDir
    Path folder;

    private final List<String> lines =
            new ArrayList<>(List.of("order_id,customer_id,product_id,ordered_at,quantity,unit_price,currency"));

    private void order(String customer, int daysAgo, double price, String currency) {
        lines.add("o%d,%s,thing,%sT09:00:00,1,%s,%s"
                .formatted(lines.size(), customer, AS_OF.minusDays(daysAgo), price, currency));
    }

    private Map<String, Row> values(String... settings) throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.write(file, lines);
        List<String> all =
                new ArrayList<>(List.of("inputs.orders.path=" + file, "warehouse.path=" + folder.resolve("warehouse")));
        all.addAll(List.of(settings));
        new NightlyPipeline(TestSession.spark(), ConfigLoader.load(Optional.empty(), all))
                .run(
                        new RunRequest(AS_OF, Set.of(Goal.LTV), Set.of(), "test", "test", Clock.systemUTC()),
                        new Silent());
        Map<String, Row> byCustomer = new TreeMap<>();
        TestSession.spark()
                .read()
                .parquet(folder.resolve("warehouse/ltv").toString())
                .collectAsList()
                .forEach(row -> byCustomer.put(row.getAs("customer_id"), row));
        return byCustomer;
    }

    private static double number(Row row, String column) {
        return row.<Number>getAs(column).doubleValue();
    }

    /** The same worth paid in three currencies is the same; who changed the currency is worth the mean. */
    @Test
    void amountsOfSeveralCurrenciesAreOne() throws IOException {
        order("yen", 40, 24_000, "JPY");
        order("euro", 40, 150, "EUR");
        order("dollar", 40, 160, "USD");
        order("moved", 90, 200, "EUR");
        order("moved", 40, 16_000, "JPY");
        Map<String, Row> values = values(RATES);
        assertThat(values.values())
                .extracting(row -> row.<String>getAs("currency"))
                .containsOnly("JPY");
        for (String customer : List.of("yen", "euro", "dollar")) {
            assertThat(number(values.get(customer), "mean_value")).as(customer).isEqualTo(24_000);
            assertThat(number(values.get(customer), "ltv")).as(customer).isEqualTo(number(values.get("yen"), "ltv"));
        }
        assertThat(number(values.get("moved"), "mean_value")).isEqualTo((200 * 160 + 16_000) / 2.0);
    }

    /** Where all is in one currency, figures are in that. */
    @Test
    void oneOtherCurrencyNeedsNoRate() throws IOException {
        order("a", 40, 150.25, "EUR");
        order("b", 20, 80, "EUR");
        Row a = values("ltv.margin_rate=1").get("a");
        assertThat(a.<String>getAs("currency")).isEqualTo("EUR");
        assertThat(number(a, "mean_value")).isEqualTo(150.25);
    }

    /** Amounts without a code beside amounts in dollars may be either, with a rate too: both codes are named. */
    @Test
    void blankBesideAnotherCurrencyIsAnError() {
        order("home", 40, 13_500, "");
        order("abroad", 40, 90, "USD");
        for (String[] settings : List.of(new String[] {"ltv.currency=JPY"}, RATES)) {
            assertThatThrownBy(() -> values(settings))
                    .isInstanceOf(UserException.class)
                    .hasMessageContainingAll("JPY", "USD");
        }
    }

    private static final class Silent implements Progress {
        @Override
        public void begins(int number, String stage) {}

        @Override
        public void ends(int number, String stage, Duration took, long rows) {}
    }
}
