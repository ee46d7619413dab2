package io.osusume.intake.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The id that stands for no customer: a guest, a till. */
final class Nobody {
    private static final double SHARE_OF_LINES = 0.05;
    private static final double TIMES_THE_MEDIAN = 10;
    /** Fewer customers than this have no usual one. */
    private static final int CUSTOMERS = 20;

    /** Different addresses of one id from which on it is no person's. */
    private static final int ADDRESSES = 5;

    private Nobody() {}

    /**
     * The id of a column that stands beside many addresses, where another id stands beside one or two; empty where no table
     * has both columns, or no id is so.
     */
    static Optional<String> shared(List<TableProfile> tables, String id, String email) {
        return tables.stream()
                .filter(t -> t.column(id).isPresent() && t.column(email).isPresent() && !id.equals(email))
                .findFirst()
                .flatMap(t -> shared(t, id, email));
    }

    private static Optional<String> shared(TableProfile table, String id, String email) {
        int idAt = table.sample().columns().indexOf(id);
        int emailAt = table.sample().columns().indexOf(email);
        Map<String, Set<String>> addresses = new HashMap<>();
        for (String[] row : table.sample().rows()) {
            if (!ColumnProfile.isNothing(row[idAt]) && !ColumnProfile.isNothing(row[emailAt])) {
                addresses.computeIfAbsent(row[idAt], k -> new HashSet<>()).add(row[emailAt]);
            }
        }
        List<Map.Entry<String, Set<String>>> most = addresses.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Set<String>> e) ->
                                -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        boolean shared = most.size() > 1
                && most.get(0).getValue().size() >= ADDRESSES
                && most.get(1).getValue().size() < ADDRESSES;
        return shared ? Optional.of(most.get(0).getKey()) : Optional.empty();
    }

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
