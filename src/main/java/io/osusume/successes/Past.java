package io.osusume.successes;

import io.osusume.contracts.Cycle;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/** What is known of one customer to whom something was offered. Days count from 1970-01-01. */
final class Past {
    final List<Trial> trials = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final List<Contract> contracts = new ArrayList<>();
    final List<Use> uses = new ArrayList<>();
    private Integer firstDay;

    /** One past offer; trigger and segment null where nobody tells. */
    record Trial(String type, String product, String family, String trigger, String segment, int day, boolean taken) {}

    /** What was bought, net of what was given back. */
    record Line(int day, String product, double value) {}

    /**
     * One contract.
     *
     * @param until its last day, or the day after; null where no end is known
     * @param perYear what it brings in a year; 0 where nobody tells its price or its payments
     */
    record Contract(String product, String family, int from, Integer until, double units, double perYear) {
        boolean runsOn(int day) {
            return from <= day && (until == null || until > day);
        }
    }

    /**
     * One measurement.
     *
     * @param share of one unit's limit; null where it has none
     * @param summed whether the metric adds up
     */
    record Use(int day, String product, Double share, boolean summed) {}

    /** @param facts in the order of {@link PastFacts} */
    static Past of(List<Row> facts) {
        Past past = new Past();
        facts.forEach(past::add);
        return past;
    }

    /** From when on the customer is known; null where no day is. */
    Integer firstDay() {
        return firstDay;
    }

    private void add(Row fact) {
        int day = fact.<Integer>getAs(PastFacts.DAY);
        String product = fact.getAs(PastFacts.PRODUCT);
        Double amount = fact.getAs(PastFacts.AMOUNT);
        switch (fact.<String>getAs(PastFacts.KIND)) {
            case PastFacts.TRIAL -> trials.add(trial(fact, day, product));
            case PastFacts.LINE -> {
                lines.add(new Line(day, product, amount == null ? 0 : amount));
                known(day);
            }
            case PastFacts.CONTRACT -> contracts.add(contract(fact, day, product));
            case PastFacts.USE -> uses.add(new Use(day, product, amount, fact.getAs(PastFacts.FLAG)));
            default -> known(day);
        }
    }

    private static Trial trial(Row fact, int day, String product) {
        return new Trial(
                fact.getAs(PastFacts.TYPE),
                product,
                fact.getAs(PastFacts.FAMILY),
                fact.getAs(PastFacts.TRIGGER),
                fact.getAs(PastFacts.SEGMENT),
                day,
                fact.getAs(PastFacts.FLAG));
    }

    private Contract contract(Row fact, int day, String product) {
        Double price = fact.getAs(PastFacts.AMOUNT);
        String period = fact.getAs(PastFacts.TYPE);
        Double units = fact.getAs(PastFacts.UNITS);
        double perYear = price == null || period == null
                ? 0
                : price * Math.rint(Cycle.ofIso(period).perYear());
        known(day);
        return new Contract(
                product,
                fact.getAs(PastFacts.FAMILY),
                day,
                fact.getAs(PastFacts.UNTIL),
                units == null ? 1 : Math.max(1, units),
                perYear);
    }

    private void known(int day) {
        firstDay = firstDay == null ? day : Math.min(firstDay, day);
    }
}
