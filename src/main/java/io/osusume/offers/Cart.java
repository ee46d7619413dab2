package io.osusume.offers;

import io.osusume.offers.Proposal.Rule;
import io.osusume.tables.Trigger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a customer put into the cart lately and neither has nor, since then, bought or gave back: an occasion for what goes with
 * it, as long as interest is one.
 *
 * @param days product → the latest day on which it was put there
 */
record Cart(Map<String, Integer> days) {

    static Cart of(Target target, Timing timing) {
        Map<String, Integer> days = new HashMap<>();
        target.signs().stream()
                .filter(s -> s.kind() == Sign.Kind.IN_CART && s.subject() != null && s.day() != null)
                .filter(s -> !target.had(s.subject()) && !isOver(target.holding(s.subject()), s.day()))
                .filter(s -> timing.at(Trigger.INTEREST, s.day()) != null)
                .forEach(s -> days.merge(s.subject(), s.day(), Math::max));
        return new Cart(days);
    }

    /** Whether it was bought since, whatever became of it then, or given back. */
    private static boolean isOver(Holding held, int day) {
        return held != null
                && Stream.of(
                                Optional.ofNullable(held.acquiredDay()),
                                Optional.ofNullable(held.ending().formerDay()))
                        .flatMap(Optional::stream)
                        .anyMatch(since -> since >= day);
    }

    boolean has(String product) {
        return days.containsKey(product);
    }

    /** Of what a rule starts from, what was put into the cart last; empty where nothing of it was. */
    Optional<String> latest(Rule rule) {
        return rule.antecedent().stream()
                .filter(this::has)
                .max(Comparator.comparing((String p) -> days.get(p)).thenComparing(p -> p));
    }
}
