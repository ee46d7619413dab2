package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.tables.LtvValidation;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ModelValidationTest {

    /** CDNOW, written out as orders again: the published forecast ÷ actual and errors come out of the whole stage. */
    @Test
    void cdnowAsOrders() {
        LocalDate cut = LocalDate.of(1997, 9, 30);
        Shop shop = new Shop();
        int customer = 0;
        for (Cdnow row : Cdnow.read()) {
            int x = row.history().repeats();
            long last = Math.round(row.history().last() * 7);
            LocalDate first = cut.minusDays(Math.round(row.history().age() * 7));
            for (int i = 0; i < row.customers(); i++) {
                String id = "c" + customer++;
                shop.order(id, first.toString(), 10);
                // Repeat orders on different days, the last one where it was.
                for (int k = 1; k <= x; k++) {
                    shop.order(id, first.plusDays(last - (x - k)).toString(), 10);
                }
                for (int k = 1; k <= row.later(); k++) {
                    shop.order(id, cut.plusDays(k).toString(), 10);
                }
            }
        }
        shop.order("newcomer", "1998-01-01", 10);

        Dataset<Row> table = new ModelValidation(
                        Shop.config("validation.holdout_days=273", "validation.models=[mbg_nbd, bg_nbd]"))
                .compare(shop.orders(), shop.products(), cut.plusDays(273));
        assertThat(table.schema().fieldNames())
                .isEqualTo(LtvValidation.TABLE.schema().fieldNames());
        List<Row> rows = table.orderBy("model", "grouping", "bucket").collectAsList();
        Row bg = total(rows, "bg_nbd");
        Row mbg = total(rows, "mbg_nbd");
        assertThat(bg.<Long>getAs("customers")).isEqualTo(2357);
        assertThat(bg.<Long>getAs("actual_orders")).isEqualTo(1882);
        assertThat(bg.<Double>getAs("ratio")).isCloseTo(.879, Percentage.withPercentage(0.5));
        assertThat(bg.<Double>getAs("mae")).isCloseTo(.786, Percentage.withPercentage(0.5));
        assertThat(mbg.<Double>getAs("ratio")).isCloseTo(.838, Percentage.withPercentage(0.5));
        assertThat(mbg.<Double>getAs("mae")).isCloseTo(.765, Percentage.withPercentage(0.5));
        assertThat(mbg.<Double>getAs("mae_naive")).isCloseTo(1.024, within(0.001));
        assertThat(mbg.<Double>getAs("bias")).isCloseTo((.838 - 1) * 1882 / 2357, within(0.002));

        for (String grouping : List.of("past_orders", "decile")) {
            assertThat(rows.stream()
                            .filter(r -> r.getAs("grouping").equals(grouping)
                                    && r.getAs("model").equals("mbg_nbd"))
                            .mapToLong(r -> r.<Long>getAs("customers"))
                            .sum())
                    .isEqualTo(2357);
        }
    }

    private static Row total(List<Row> rows, String model) {
        return rows.stream()
                .filter(r ->
                        r.getAs("model").equals(model) && r.getAs("grouping").equals("total"))
                .findFirst()
                .orElseThrow();
    }

    /** Too little to fit: the forecasts are unknown, the baselines are there. */
    @Test
    void tooFewRepeatBuyers() {
        Shop shop = new Shop()
                .order("a", "2025-01-01", 5)
                .order("a", "2025-12-20", 5)
                .order("b", "2025-03-01", 5);
        List<Row> rows = new ModelValidation(Shop.config("validation.models=[mbg_nbd]"))
                .compare(shop.orders(), shop.products(), LocalDate.of(2025, 12, 31))
                .collectAsList();
        Row total = total(rows, "mbg_nbd");
        assertThat(total.<Long>getAs("customers")).isEqualTo(2);
        assertThat(total.<Long>getAs("actual_orders")).isEqualTo(1);
        assertThat(total.<Double>getAs("forecast_orders")).isNull();
        // No repeat orders before: the naive forecast is 0, and 1 and 0 came.
        assertThat(total.<Double>getAs("mae_naive")).isEqualTo(0.5);
    }
}
