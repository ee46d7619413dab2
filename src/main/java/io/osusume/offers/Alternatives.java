package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What keeps somebody who may leave a plan, the gentlest first: a pause, the same tier billed more often, the lower tiers from the
 * nearest down. Each may be offered and costs less than what is paid now: a shorter period by its payment, a lower tier by its year.
 *
 * @param pauseDays how long a pause is; 0: none is offered
 */
record Alternatives(Catalogue catalogue, int pauseDays) implements Serializable {

    /** Which kind of alternative it is. */
    enum Kind {
        PAUSE("pause"),
        SHORTER("shorter_term"),
        LOWER("step_down");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** One of them: the plan that it leads to. */
    record Alternative(Kind kind, Item to) {}

    /**
     * Of a plan, as it is paid.
     *
     * @param period from payment to payment; null where it is not known
     */
    List<Alternative> of(Item paid, String period) {
        List<Alternative> all = new ArrayList<>();
        if (pauseDays > 0) {
            all.add(new Alternative(Kind.PAUSE, paid));
        }
        if (paid.tier() == null || paid.price() == null) {
            return all;
        }
        List<Item> steps = catalogue.ladder(paid).stream()
                .filter(i -> i.terms().sale().offerable())
                .toList();
        steps.stream()
                .filter(i -> i.tier().equals(paid.tier()) && i.price() != null)
                .filter(i ->
                        i.periodsPerYear() > paid.periodsPerYear() && i.price().compareTo(paid.price()) < 0)
                .sorted(Comparator.comparing(Item::periodsPerYear).thenComparing(Item::id))
                .forEach(i -> all.add(new Alternative(Kind.SHORTER, i)));
        TreeMap<Integer, Item> lower = new TreeMap<>(Comparator.reverseOrder());
        steps.stream()
                .map(i -> i.every(period))
                .filter(i -> i.tier() < paid.tier() && i.comparablePrice() < paid.comparablePrice())
                .sorted(Comparator.comparing((Item i) -> i.periodsPerYear() != paid.periodsPerYear())
                        .thenComparing(Item::comparablePrice)
                        .thenComparing(Item::id))
                .forEach(i -> lower.putIfAbsent(i.tier(), i));
        lower.values().forEach(i -> all.add(new Alternative(Kind.LOWER, i)));
        return all;
    }
}
