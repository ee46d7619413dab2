package io.osusume.intake.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The id that stands for no customer: a guest, a till. */
final class Nobody {
    private static final double SHARE_OF_LINES = 0.05;
    private static final double TIMES_THE_MEDIAN = 10;
    /** Fewer customers than this have no usual one. */
    private static final int CUSTOMERS = 20;

    /** Different addresses of one id from which on it is no person's. */
    private static final int ADDRESSES = 5;

    /** Words that are nobody's id. */
    private static final Set<String> WORDS = Set.of(
            "guest",
            "guests",
            "guest user",
            "guest customer",
            "anonymous",
            "anon",
            "unknown",
            "nobody",
            "walk-in",
            "walk in",
            "walkin",
            "no customer",
            "unregistered",
            "gast",
            "invité",
            "invitado",
            "ospite",
            "convidado",
            "anonym",
            "ゲスト",
            "ゲスト購入",
            "非会員",
            "不明",
            "匿名");

    /** Numbers that may be somebody's, but hardly where they have more lines than others. */
    private static final Pattern NO_NUMBER = Pattern.compile("0+(\\.0+)?|-1|9{5,}");

    private static final double TIMES_THE_MEDIAN_OF_NO_NUMBER = 3;

    private Nobody() {}

    static boolean isWord(String value) {
        return WORDS.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a value may be nobody's id, and is no address. */
    static boolean mayBe(String value) {
        return isWord(value) || NO_NUMBER.matcher(value.strip()).matches();
    }

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

    /**
     * An id that is a word for nobody, or a number such as 0 with three times the lines of the customer in the middle; else the
     * commonest id, when it has more than 5 % of all lines and ten times those of the customer in the middle.
     */
    static Optional<String> in(ColumnProfile customers) {
        Optional<String> word = customers.counts().keySet().stream()
                .filter(customers.isEmail() ? Nobody::mayBe : Nobody::isWord)
                .min(Comparator.naturalOrder());
        if (word.isPresent() || customers.distinct() < CUSTOMERS) {
            return word;
        }
        List<Integer> sorted = customers.counts().values().stream().sorted().toList();
        double median = sorted.get(sorted.size() / 2);
        Optional<String> number = customers.counts().entrySet().stream()
                .filter(e -> NO_NUMBER.matcher(e.getKey()).matches())
                .filter(e -> e.getValue() > TIMES_THE_MEDIAN_OF_NO_NUMBER * median)
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
        return number.isPresent()
                ? number
                : customers.counts().entrySet().stream()
                        .max(Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .filter(e -> e.getValue() > SHARE_OF_LINES * customers.rows()
                                && e.getValue() > TIMES_THE_MEDIAN * median)
                        .map(Map.Entry::getKey);
    }
}
