package io.osusume.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Use of the measured contracts: a row a week for the last weeks, or, when more is asked for, more often and longer. */
final class UsageHistory {
    /** Weeks kept per row wanted: contracts per customer, less those too young (fitted by trial). */
    private static final double WEEKLY = .40;

    /** Rows per customer when every measured contract has one a day over all its life (fitted by trial). */
    private static final double DAILY = 113;

    private static final int WEEK = 7;
    private static final double COLLAPSE = .2;

    private UsageHistory() {}

    static Stream<Row> rows(Life life) {
        Rate rate = Rate.of(life.world().config().usagePerCustomer());
        return life.contracts().stream()
                .filter(contract -> contract.product().measured())
                .flatMap(contract -> of(life, contract, rate).stream());
    }

    /** A row every so many days (below 1: several a day), for the last so many days. */
    private record Rate(double step, double keep) {
        static Rate of(double rowsPerCustomer) {
            double weeks = rowsPerCustomer / WEEKLY;
            return weeks * WEEK <= DAILY * 2
                    ? new Rate(WEEK, weeks * WEEK)
                    : new Rate(Math.min(WEEK, DAILY / rowsPerCustomer), Double.MAX_VALUE);
        }
    }

    private static List<Row> of(Life life, Contract contract, Rate rate) {
        Dice dice = life.world()
                .dice(life.plan().number(), "usage " + contract.product().role());
        Period period = life.world().period();
        LocalDateTime until = contract.active() ? period.endExclusive() : contract.ended();
        List<Row> rows = new ArrayList<>();
        double last = Math.min(rate.keep(), period.days());
        for (double ago = dice.nextDouble() * rate.step(); ago < last; ago += rate.step()) {
            LocalDateTime at = period.daysAgo((int) ago);
            if (at.isBefore(contract.started().plusDays(1))) {
                break;
            }
            if (at.isBefore(until)) {
                boolean down = contract.collapsed() && ago < 28;
                double level = contract.level() * (down ? COLLAPSE : 1);
                String amount = amount(contract.product(), level, rate.step(), dice);
                rows.add(row(contract.customerId(), contract.product(), at.toLocalDate(), amount));
            }
        }
        return rows;
    }

    private static String amount(Product product, double level, double step, Dice dice) {
        if (product.levelMetric()) {
            return Long.toString(Math.max(1, Math.round(level * product.includedUnits())));
        }
        double amount = level * step / WEEK * dice.wobble(.15);
        return product.metric().equals("hours")
                ? Double.toString(Math.round(amount * 10) / 10.0)
                : Long.toString(Math.round(amount));
    }

    static Row row(String customerId, Product product, LocalDate day, String amount) {
        return RowFactory.create(customerId, product.id(), product.metric(), day.toString(), amount);
    }
}
