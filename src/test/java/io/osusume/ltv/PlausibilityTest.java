package io.osusume.ltv;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Orders of 146 days, 800 in all: 2,000 in 365 days. */
class PlausibilityTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-05-31");
    private static final Shop SHOP =
            new Shop().line("a", "p", "2026-01-06", 100, 5, null).line("b", "p", "2026-05-31", 300, 1, null);

    @Test
    void contractsOfMoreThanTwiceWhatOrdersBringAreToldWithBothFigures() {
        // 300 a month and 500 a quarter: 5,600 a year; what is on trial, has ended or begins later is none of it.
        Dataset<Row> contracts = contracts(
                contract(true, "2025-01-01", null, 300, "P1M"),
                contract(true, "2025-01-01", "2026-02-01", 500, "P3M"),
                contract(true, "2025-01-01", "2026-07-01", 7_000, "P1M"),
                contract(true, "2026-06-15", null, 7_000, "P1M"),
                contract(true, "2025-01-01", null, 7_000, null),
                contract(false, "2025-01-01", null, 7_000, "P1M"));
        assertThat(notes(contracts, 10))
                .singleElement()
                .asString()
                .startsWith(
                        "ltv: the running contracts come to 5,600 JPY a year, and all orders of the last year to 2,000:");
        assertThat(notes(contracts(contract(true, "2025-01-01", null, 333, "P1M")), 10))
                .as("3,996 a year")
                .isEmpty();
    }

    @Test
    void aSumOfValuesThatOrdersCannotCarryIsTold() {
        assertThat(notes(contracts(), 3_999)).isEmpty();
        assertThat(notes(contracts(), 4_001))
                .containsExactly(
                        "ltv: all customers together are said to be worth 4,001 JPY within the horizon, and orders"
                                + " like those of the last year come to 2,000 in as many days");
    }

    @Test
    void whereThereAreNoOrdersOrFewDaysNothingIsSaid() {
        Dataset<Row> none = SHOP.orders().limit(0);
        assertThat(new Plausibility(Shop.config(), AS_OF).notes(none, contracts(), ltv(1e9)))
                .isEmpty();
        Dataset<Row> late = SHOP.orders().where("customer_id = 'b'");
        assertThat(new Plausibility(Shop.config(), AS_OF).notes(late, contracts(), ltv(1e9)))
                .isEmpty();
    }

    private static List<String> notes(Dataset<Row> contracts, double worth) {
        return new Plausibility(Shop.config("horizon_days=365"), AS_OF).notes(SHOP.orders(), contracts, ltv(worth));
    }

    private static Dataset<Row> contracts(Row... rows) {
        return rows("runs BOOLEAN, started DATE, trial_until DATE, price DECIMAL(18,4), payment_period STRING", rows);
    }

    private static Row contract(boolean runs, String started, String trial, int price, String period) {
        return row(
                runs,
                Date.valueOf(started),
                trial == null ? null : Date.valueOf(trial),
                BigDecimal.valueOf(price),
                period);
    }

    private static Dataset<Row> ltv(double worth) {
        return rows("ltv DECIMAL(18,4)", row(BigDecimal.valueOf(worth)));
    }
}
