package io.osusume.intake.profile;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How many ids of one column another column knows. */
public final class KeyMatches {
    private static final String AS_THEY_ARE = "as they are";
    static final String WITHOUT_POINT = "without a trailing .0";
    static final String IN_ONE_CASE = "in one case";
    static final String WITHOUT_ZEROS = "without leading zeros";

    /** What makes ids alike that are written differently, by the words for it. */
    private static final Map<String, UnaryOperator<String>> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put(AS_THEY_ARE, String::strip);
        WAYS.put(WITHOUT_POINT, v -> v.strip().replaceFirst("\\.0+$", ""));
        WAYS.put(IN_ONE_CASE, v -> v.strip().toLowerCase(Locale.ROOT));
        WAYS.put(WITHOUT_ZEROS, v -> v.strip().replaceFirst("^0+(?=.)", ""));
        WAYS.put("in normal width", v -> Normalizer.normalize(v, Normalizer.Form.NFKC)
                .strip());
    }

    /**
     * A column of a table whose values another column refers to.
     *
     * @param share of the different ids of the referring column that the key knows
     * @param way what makes them alike
     */
    public record KeyMatch(TableProfile table, ColumnProfile key, double share, String way) {
        boolean isAsItIs() {
            return way.equals(AS_THEY_ARE);
        }
    }

    /** So few different ids some column of any table has. */
    private static final int FEW = 3;
    /** How many times as far apart as they are many whole numbers are that count. */
    private static final double SPREAD = 2;

    private KeyMatches() {}

    /** Whether a column counts: whole numbers, of which hardly one is left out. Other such numbers meet them by chance. */
    static boolean isCount(ColumnProfile key) {
        if (!key.isWhole()) {
            return false;
        }
        DoubleSummaryStatistics numbers = key.counts().keySet().stream()
                .mapToDouble(LineAmounts::number)
                .filter(number -> !Double.isNaN(number))
                .summaryStatistics();
        return numbers.getMax() - numbers.getMin() < SPREAD * key.distinct();
    }

    /**
     * Whether one column may know the ids of another by chance: both count, and neither the key nor its table is called as what refers to
     * it.
     */
    static boolean mayBeChance(ColumnProfile from, KeyMatch match) {
        String name = HeaderNames.plain(from.name());
        String stem = name.replaceFirst(" (id|number|code|key)$", "");
        boolean named = HeaderNames.plain(match.key().name()).equals(name)
                || HeaderNames.plain(match.table().name()).contains(stem);
        return from.isWhole() && isCount(match.key()) && !named;
    }

    /** How much of {@code from} is known by {@code key}, in the first of the ways that gives the most. */
    static KeyMatch of(ColumnProfile from, TableProfile table, ColumnProfile key) {
        KeyMatch best = new KeyMatch(table, key, 0, "");
        for (Map.Entry<String, UnaryOperator<String>> way : WAYS.entrySet()) {
            Set<String> known =
                    key.counts().keySet().stream().map(way.getValue()).collect(Collectors.toSet());
            Set<String> ids =
                    from.counts().keySet().stream().map(way.getValue()).collect(Collectors.toCollection(HashSet::new));
            int all = ids.size();
            ids.retainAll(known);
            double share = all == 0 ? 0 : (double) ids.size() / all;
            if (share > best.share() + 0.01) {
                best = new KeyMatch(table, key, share, way.getKey());
            }
            if (best.share() > 0.99) {
                break;
            }
        }
        return best;
    }

    /** The condition by which tables are joined: of ids that are written differently what makes them alike. */
    static String on(TableProfile table, ColumnProfile from, TableProfile owner, ColumnProfile key) {
        boolean spelled = from.isEmail() && (from.isEmailInSpellings() || key.isEmailInSpellings());
        String way = spelled ? IN_ONE_CASE : of(from, table, key).way();
        return Sql.alike(View.qualified(table, key), way) + " = " + Sql.alike(View.qualified(owner, from), way);
    }

    /** The column that names the rows of a table and knows the most of {@code from}, when it knows at least the share. */
    static Optional<KeyMatch> keyOf(ColumnProfile from, TableProfile table, double least) {
        return from.distinct() < FEW
                ? Optional.empty()
                : keyOf(from, table, List.copyOf(table.columns().values()), least);
    }

    /** The same among columns of which the names say already that they may be it. */
    static Optional<KeyMatch> keyOf(ColumnProfile from, TableProfile table, List<ColumnProfile> keys, double least) {
        return keys.stream()
                .filter(k -> k.isUnique() && !(k.number().isPresent() && !k.isWhole() && !k.isIdWithPoint()))
                .map(k -> of(from, table, k))
                .filter(m -> m.share() >= least)
                .max(Comparator.comparingDouble(KeyMatch::share));
    }
}
