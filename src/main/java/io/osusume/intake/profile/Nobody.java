package io.osusume.intake.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The id that stands for no customer: a guest, a till. */
final class Nobody {
    private static final double SHARE_OF_LINES = 0.05;
    private static final double TIMES_THE_MEDIAN = 10;
    /** Fewer customers than this have no usual one. */
    private static final int CUSTOMERS = 20;

    private Nobody() {}

    /** The commonest id, when it has more than 5 % of all lines and ten times those of the customer in the middle. */
    static Optional<String> in(ColumnProfile customers) {
        if (customers.distinct() < CUSTOMERS) {
            return Optional.empty();
        }
        List<Integer> sorted = customers.counts().values().stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        return customers.counts().entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .filter(e ->
                        e.getValue() > SHARE_OF_LINES * customers.rows() && e.getValue() > TIMES_THE_MEDIAN * median)
                .map(Map.Entry::getKey);
    }
}
