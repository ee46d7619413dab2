package io.osusume.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Use of the measured contracts: a row a week for the last weeks, or, when more is asked for, more often and longer. */
final class UsageHistory {
    /** Measured contracts per customer, and their mean age in days: what the generator gives on average. */
    private static final double CONTRACTS = .40;

    private static final double AGE = 230;
    private static final int WEEK = 7;
    private static final double COLLAPSE = .2;

    private UsageHistory() {}

    static Stream<Row> rows(Life life) {
        double wanted = life.world().config().usagePerCustomer() / CONTRACTS;
        boolean weekly = wanted * WEEK <= AGE;
        int step = weekly ? WEEK : (int) Math.max(1, AGE / wanted);
        int keep = weekly ? (int) (wanted * WEEK) : Integer.MAX_VALUE;
        return life.contracts().stream()
                .filter(contract -> contract.product().measured())
                .flatMap(contract -> of(life, contract, step, keep).stream());
    }

    private static List<Row> of(Life life, Contract contract, int step, int keep) {
        Dice dice = life.world()
                .dice(life.plan().number(), "usage " + contract.product().role());
        Period period = life.world().period();
        LocalDateTime until = contract.active() ? period.endExclusive() : contract.ended();
        Stream.Builder<Row> rows = Stream.builder();
        int ago = dice.between(0, step - 1);
        for (; ago < Math.min(keep, period.days()); ago += step) {
            LocalDateTime at = period.daysAgo(ago);
            if (at.isBefore(contract.started().plusDays(1))) {
                break;
            }
            if (at.isBefore(until)) {
                boolean down = contract.collapsed() && ago < 28;
                double amount = contract.level() * (down ? COLLAPSE : 1);
                rows.add(row(contract, at.toLocalDate(), amount(contract.product(), amount, step, dice)));
            }
        }
        return rows.build().toList();
    }

    private static String amount(Product product, double level, int step, Dice dice) {
        if (product.levelMetric()) {
            return Long.toString(Math.max(1, Math.round(level * product.includedUnits())));
        }
        double amount = level * step / WEEK * dice.wobble(.15);
        return product.metric().equals("hours")
                ? Double.toString(Math.round(amount * 10) / 10.0)
                : Long.toString(Math.round(amount));
    }

    private static Row row(Contract contract, LocalDate day, String amount) {
        return row(contract.customerId(), contract.product(), day, amount);
    }

    static Row row(String customerId, Product product, LocalDate day, String amount) {
        return RowFactory.create(customerId, product.id(), product.metric(), day.toString(), amount);
    }
}
