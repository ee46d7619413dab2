package io.osusume.sample;

import io.osusume.tables.Billing;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One product of the catalogue. The role says what it is for in the world's plot ("pc", "care-cream"); it is the same in
 * every theme and appears in no generated column. Absent values are empty text.
 */
record Product(
        String role,
        String id,
        String name,
        String category,
        String family,
        int tier,
        int price,
        int cost,
        Billing billing,
        boolean consumable,
        String metric,
        int includedUnits,
        String requires,
        String excludes,
        String substitutes,
        int launchedDaysAgo,
        int discontinuedDaysAgo,
        String track) {

    boolean recurring() {
        return billing != Billing.ONE_TIME;
    }

    boolean measured() {
        return !metric.isEmpty();
    }

    /** Levels (seats, gigabytes) are stock figures; other metrics are sums over the time since the row before. */
    boolean levelMetric() {
        return includedUnits > 0;
    }

    boolean onSale(LocalDate day, LocalDate lastDay) {
        return (launchedDaysAgo == 0 || !day.isBefore(lastDay.minusDays(launchedDaysAgo)))
                && (discontinuedDaysAgo == 0 || day.isBefore(lastDay.minusDays(discontinuedDaysAgo)));
    }

    Row row(Assortment catalogue, LocalDate lastDay) {
        return RowFactory.create(
                id,
                name,
                category,
                orNull(family),
                tier == 0 ? null : Integer.toString(tier),
                Money.text(price),
                Money.text(cost),
                billing.wire(),
                Boolean.toString(consumable),
                orNull(metric),
                includedUnits == 0 ? null : Integer.toString(includedUnits),
                requires.isEmpty() ? null : catalogue.id(requires),
                excludes.isEmpty() ? null : catalogue.id(excludes),
                orNull(substitutes),
                dayBefore(lastDay, launchedDaysAgo),
                dayBefore(lastDay, discontinuedDaysAgo),
                orNull(track));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String dayBefore(LocalDate lastDay, int days) {
        return days == 0 ? null : lastDay.minusDays(days).toString();
    }
}
