package io.osusume.offers;

import io.osusume.catalogue.Item;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * One product that a target has, or had. Days count from 1970-01-01; null: not known, or never.
 *
 * @param units bought and not returned; 0 where there is only a contract
 * @param contractUnits how many the running contracts are for; null without one
 * @param days the latest days of purchase, the first one first
 * @param rhythm in which it is bought again; null where none can be told
 * @param perYear what the running contracts come to in a year, for all units; null where it is not known
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
        Double perYear,
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
                perYear,
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
        return perYear == null || !contract() || contractUnits <= 0 ? item : item.paying(perYear / contractUnits);
    }

    /** How many an offer that replaces it is for. */
    double replaced() {
        return Math.max(1, contract() ? contractUnits : units);
    }
}
