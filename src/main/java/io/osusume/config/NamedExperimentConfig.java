package io.osusume.config;

import io.osusume.tables.OfferType;
import io.osusume.tables.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One of {@code experiments}: from some customers, offers of some types are withheld for a time. */
public record NamedExperimentConfig(
        @Like(value = Like.NOT_BLANK, what = "a name") String id,
        @Range(above = 0, below = 1, unit = "share") double share,
        LocalDate firstDay,
        Optional<LocalDate> lastDay,
        List<OfferType> offerTypes,
        Optional<DrawnBy> unit,
        Optional<Integer> seed,
        Optional<Integer> order) {

    /** What is drawn. */
    public enum DrawnBy {
        ACCOUNT,
        CUSTOMER
    }

    public NamedExperimentConfig {
        offerTypes = List.copyOf(offerTypes);
        new Checks()
                .that(
                        lastDay.isEmpty() || !lastDay.get().isBefore(firstDay),
                        "last_day",
                        lastDay.orElse(firstDay),
                        "is before first_day (" + firstDay + ")",
                        "write a later day, or leave it out for no end")
                .that(!offerTypes.isEmpty(), "offer_types", "[]", "names no type", "name those that it covers")
                .verify();
    }

    /** The wire names of the types that it covers. */
    public List<String> types() {
        return offerTypes.stream().map(Word::wire).toList();
    }

    /** Whether all customers of an account, rather than each alone, are in one arm: unless it says otherwise. */
    public boolean ofAccounts() {
        return unit.orElse(DrawnBy.ACCOUNT) == DrawnBy.ACCOUNT;
    }

    /** Whether the night of this as-of day is one of its own. */
    public boolean runs(LocalDate asOf) {
        return !asOf.isBefore(firstDay) && !asOf.isAfter(lastDay.orElse(LocalDate.MAX));
    }

    /** By order, those without one last: the first that covers an offer draws its arm. */
    static List<NamedExperimentConfig> sorted(List<NamedExperimentConfig> experiments) {
        List<NamedExperimentConfig> sorted = new ArrayList<>(experiments);
        sorted.sort(Comparator.comparing((NamedExperimentConfig e) -> e.order.orElse(Integer.MAX_VALUE))
                .thenComparing(NamedExperimentConfig::id));
        return List.copyOf(sorted);
    }

    /** No id twice, and an order wherever two could draw the same offer. */
    static void check(Checks checks, List<NamedExperimentConfig> experiments, String universal) {
        Set<String> ids = new HashSet<>(Set.of(universal));
        for (int i = 0; i < experiments.size(); i++) {
            NamedExperimentConfig one = experiments.get(i);
            checks.that(
                    ids.add(one.id),
                    "experiments[" + (i + 1) + "].id",
                    one.id,
                    one.id.equals(universal) ? "is that of experiment.id" : "is that of an experiment before it",
                    "give each a name of its own; another name draws other customers");
            for (NamedExperimentConfig before : experiments.subList(0, i)) {
                boolean isOrdered =
                        one.order.isPresent() && before.order.isPresent() && !one.order.equals(before.order);
                checks.that(
                        isOrdered || !one.overlaps(before),
                        "experiments[" + (i + 1) + "].order",
                        one.order.map(String::valueOf).orElse("null"),
                        "covers the same offers on the same days as " + before.id
                                + ", and nothing says which comes first",
                        "write order = 1 in the one that draws first, and order = 2 in the other");
            }
        }
    }

    private boolean overlaps(NamedExperimentConfig other) {
        boolean inTime = !firstDay.isAfter(other.lastDay.orElse(LocalDate.MAX))
                && !other.firstDay.isAfter(lastDay.orElse(LocalDate.MAX));
        return inTime && offerTypes.stream().anyMatch(other.offerTypes::contains);
    }
}
