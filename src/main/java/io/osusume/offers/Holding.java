package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.tables.CustomerHoldings;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One product that a target has, or had. Days count from 1970-01-01; null: not known, or never.
 *
 * @param units bought and not returned; 0 where there is only a contract
 * @param contractUnits how many the running contracts are for; null without one
 * @param days the latest days of purchase, the first one first
 * @param rhythm in which it is bought again; null where none can be told
 * @param pay what is paid for it by contract
 */
record Holding(
        String productId,
        boolean owned,
        double units,
        Double contractUnits,
        Integer firstDay,
        Integer lastDay,
        Integer renewsDay,
        Integer cancelDay,
        Integer startedDay,
        List<Integer> days,
        Rhythm rhythm,
        Pay pay,
        Ending ending) {

    /**
     * What of it ends, or has ended.
     *
     * @param cancelUnits how many the contracts are for that are to end by request; null: none
     * @param formerDay when it was given back, or its contract ended; null while it is had
     * @param endsDay when the last of its running contracts ends, as is on file; null: one goes on
     */
    record Ending(Double cancelUnits, Integer formerDay, Integer endsDay) {
        static final Ending NONE = new Ending(null, null, null);

        static Ending read(Row fact) {
            return new Ending(
                    fact.getAs(TargetFacts.CANCEL_UNITS),
                    fact.getAs(TargetFacts.FORMER_DAY),
                    fact.getAs(TargetFacts.ENDS_DAY));
        }
    }

    /**
     * What the running contracts cost.
     *
     * @param perYear in a year, for all units; null where it is not known
     * @param period from payment to payment, as ISO 8601; null where it is not known, or differs
     */
    record Pay(Double perYear, String period) {
        static final Pay UNKNOWN = new Pay(null, null);

        static Pay read(Row fact) {
            return new Pay(fact.getAs(TargetFacts.PER_YEAR), fact.getAs(CustomerHoldings.CONTRACT_PERIOD));
        }
    }

    Holding with(Rhythm itsRhythm) {
        return new Holding(
                productId,
                owned,
                units,
                contractUnits,
                firstDay,
                lastDay,
                renewsDay,
                cancelDay,
                startedDay,
                days,
                itsRhythm,
                pay,
                ending);
    }

    boolean had() {
        return owned || units > 0 || contractUnits != null;
    }

    boolean contract() {
        return contractUnits != null;
    }

    /** The day on which it was bought last, or its contract began; null when neither is known. */
    Integer acquiredDay() {
        return lastDay != null ? lastDay : startedDay;
    }

    /** How many leave: those of the contracts that are to end, or all where use has collapsed. */
    double leaving(boolean collapsed) {
        return collapsed || ending.cancelUnits() == null ? replaced() : Math.max(1, ending.cancelUnits());
    }

    Integer formerDay() {
        return ending.formerDay();
    }

    /** The product at what is paid for it now: at its list price where nothing else is known. */
    Item paid(Item item) {
        return pay.perYear() == null || !contract() || contractUnits <= 0
                ? item
                : item.paying(pay.perYear() / contractUnits);
    }

    /** How many an offer that replaces it is for. */
    double replaced() {
        return Math.max(1, contract() ? contractUnits : units);
    }
}
