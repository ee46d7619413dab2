package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.config.LtvConfig;
import io.osusume.tables.Ltv;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What a few do must not change what the others are worth. */
@Slow
class OneAmongManyTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final LtvConfig CONFIG = Shop.config("model=mbg_nbd", "margin_rate=1");

    /** Bakeries' customers: 250, of whom some stay away; first orders tell later ones. */
    private static Shop others() {
        Shop shop = new Shop();
        Random random = new Random(11);
        for (int i = 0; i < 250; i++) {
            LocalDate day = LocalDate.of(2025, 3, 1).plusDays(random.nextInt(330));
            double usual = 40 * Math.exp(0.6 * random.nextGaussian());
            double gap = 15 + random.nextInt(90);
            do {
                shop.order(
                        "c%03d".formatted(i),
                        day.toString(),
                        Math.rint(100 * usual * Math.exp(0.3 * random.nextGaussian())) / 100);
                day = day.plusDays(1 + (long) (-gap * Math.log(1 - random.nextDouble())));
            } while (random.nextDouble() > 0.35 && !day.isAfter(AS_OF));
        }
        return shop;
    }

    private static Map<String, Double> values(Shop shop, String column) {
        return shop.ltv(CONFIG, AS_OF.toString()).stream()
                .collect(Collectors.toMap(row -> row.getAs(Ltv.CUSTOMER_ID), row -> money(row, column)));
    }

    private static double money(Row row, String column) {
        return row.getDecimal(row.fieldIndex(column)).doubleValue();
    }

    private static void unmoved(UnaryOperator<Shop> with) {
        Map<String, Double> before = values(others(), Ltv.LTV);
        Map<String, Double> after = values(with.apply(others()), Ltv.LTV);
        double sum = before.keySet().stream().mapToDouble(after::get).sum();
        // That somebody buys so often does tell a little of frequency: not so of what an order is worth.
        assertThat(sum / before.values().stream().mapToDouble(v -> v).sum()).isBetween(0.8, 1.25);
        assertThat(before.keySet().stream()
                        .filter(id -> before.get(id) > 0
                                && Math.abs(Math.log(after.get(id) / before.get(id))) > Math.log(1.5))
                        .count())
                .isLessThanOrEqualTo(5);
    }

    private static Shop wholesaler(Shop shop, String id, int orders, double price) {
        for (int k = 0; k < orders; k++) {
            shop.order(id, AS_OF.minusDays(7L * k + 3).toString(), price + k % 5);
        }
        return shop;
    }

    @Test
    void aWholesaleBuyer() {
        unmoved(shop -> wholesaler(shop, "big", 60, 40_000));
    }

    @Test
    void aHugeSingleOrder() {
        unmoved(shop -> shop.order("once", "2026-05-01", 5_000_000));
        double once = values(others().order("once", "2026-05-01", 5_000_000), Ltv.MEAN_VALUE)
                .get("once");
        assertThat(once).isLessThan(400);
    }

    /** Gifts are no purchases. */
    @Test
    void zeroPricedOrders() {
        unmoved(shop -> {
            for (int i = 0; i < 40; i++) {
                shop.order("gift%02d".formatted(i), "2026-04-01", 0).order("c%03d".formatted(i), "2026-06-01", 0);
            }
            return shop;
        });
    }

    /** Who bought once for 200 is worth more than who bought once for 10, the same day. */
    @Test
    void theFirstOrderOfOneTimeBuyersTells() {
        Shop shop = others();
        for (int i = 0; i < 20; i++) {
            shop.order("small%02d".formatted(i), "2026-04-01", 10).order("large%02d".formatted(i), "2026-04-01", 200);
        }
        Map<String, Double> values = values(shop, Ltv.LTV);
        assertThat(values.get("large00")).isGreaterThan(2 * values.get("small00"));
    }

    @Test
    void aLargeShareIsSaid() {
        Shop shop = wholesaler(others(), "big", 60, 40_000);
        assertThat(shop.notes(CONFIG, AS_OF)).anySatisfy(note -> assertThat(note)
                .contains("one customer of 251 brought 99 % of the revenue")
                .contains("ltv.outliers.winsorised_share"));
        assertThat(others().notes(CONFIG, AS_OF)).noneMatch(note -> note.contains("one customer"));
    }

    /** The ranks of value and frequency: Pearson's is near 1 by one customer alone. */
    @Test
    void theCorrelationIsOfRanks() {
        List<Row> rows = wholesaler(others(), "big", 60, 40_000).ltv(CONFIG, AS_OF.toString());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.<String>getAs(Ltv.MODEL)).isEqualTo("mbg_nbd+gamma_gamma"));
    }
}
