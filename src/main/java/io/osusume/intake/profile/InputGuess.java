package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How well a table fits an input, and by which columns.
 *
 * @param matches column of the input, or helper → column of the table
 * @param score more is better; 0 where it cannot be this input
 */
public record InputGuess(TableProfile table, String input, Map<String, Match> matches, double score) {
    /** Names that fit worse than this are no match. */
    private static final double LEAST = 0.5;
    /** A name that fits so well is the very word. */
    private static final double NAMED = 0.95;
    /** What describes a line, and may name what was bought where nothing else does. */
    private static final Pattern MEMO = Pattern.compile("memo|description|beschreibung|摘要");
    /** How sure a column is that is known by its values. */
    private static final double BY_VALUES = 0.85;

    /**
     * A column that may be one of the input's.
     *
     * @param score 1 is the very word for it
     */
    public record Match(ColumnProfile column, double score) {}

    private record Candidate(String target, ColumnProfile column, double score) {}

    static InputGuess of(TableProfile table, String input) {
        InputGuess named = of(table, input, Map.of());
        return named.aboveLines()
                .map(target -> of(
                        table,
                        input,
                        Map.of(
                                target,
                                new Match(table.columns().values().iterator().next(), BY_VALUES))))
                .orElse(named);
    }

    /** What the names of a report, above its order lines and in a column without a name, are: whom, or what, no other column names. */
    private Optional<String> aboveLines() {
        boolean report = table.sample().layout().filter(TextLayout::report).isPresent();
        String first = table.sample().columns().get(0);
        if (!report || !input.equals(Orders.INPUT.name()) || !first.equals("_c0")) {
            return Optional.empty();
        }
        boolean whom = has(Orders.CUSTOMER_ID) || has(Helper.CUSTOMER_NAME) || has(Helper.EMAIL);
        boolean what = has(Orders.PRODUCT_ID)
                || column(Orders.PRODUCT_NAME)
                        .filter(c -> !MEMO.matcher(HeaderNames.plain(c.name())).find())
                        .isPresent();
        return whom ? (what ? Optional.empty() : Optional.of(Orders.PRODUCT_NAME)) : Optional.of(Orders.CUSTOMER_ID);
    }

    /** The same where some of the columns are known to be what they are. */
    static InputGuess of(TableProfile table, String input, Map<String, Match> known) {
        List<Candidate> candidates = new ArrayList<>();
        for (String target : HeaderWords.known().columns(input)) {
            for (ColumnProfile column : table.columns().values()) {
                double score = score(input, target, column);
                if (score >= LEAST) {
                    candidates.add(new Candidate(target, column, score));
                }
            }
        }
        Map<String, Match> matches = assigned(known, candidates);
        return new InputGuess(table, input, matches, Kinds.score(table, input, matches));
    }

    /** The same with a column that its header does not name. */
    static InputGuess with(InputGuess guess, String target, ColumnProfile column) {
        Map<String, Match> matches = new LinkedHashMap<>(guess.matches());
        matches.put(target, new Match(column, BY_VALUES));
        return new InputGuess(guess.table(), guess.input(), matches, guess.score());
    }

    /** Columns that by their names are something, and by their values cannot be: nobody must believe that they are read. */
    List<String> unread() {
        Set<String> taken = new HashSet<>();
        matches.values().forEach(match -> taken.add(match.column().name()));
        return HeaderWords.known().columns(input).stream()
                .filter(target -> !matches.containsKey(target))
                .flatMap(target -> table.columns().values().stream()
                        .filter(column -> !column.isEmpty() && !taken.contains(column.name()))
                        .filter(column -> !Fitness.mayBeNoStatus(column))
                        .filter(column -> HeaderWords.known().score(input, target, column.name()) >= NAMED)
                        .map(column -> column.name() + " is " + target + " by its name, but not by its values ("
                                + String.join(", ", column.commonest(3)) + "): it is left out."))
                .toList();
    }

    /** The best pair first, each column and each target once. */
    private static Map<String, Match> assigned(Map<String, Match> known, List<Candidate> candidates) {
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        Map<String, Match> matches = new LinkedHashMap<>(known);
        Set<String> taken = new HashSet<>();
        known.values().forEach(match -> taken.add(match.column().name()));
        for (Candidate c : candidates) {
            if (!matches.containsKey(c.target()) && taken.add(c.column().name())) {
                matches.put(c.target(), new Match(c.column(), c.score()));
            }
        }
        return matches;
    }

    /** The column of a target, and those that fit it as well and are nothing else: of some things a table has several. */
    List<ColumnProfile> all(String target) {
        Set<String> taken = new HashSet<>();
        matches.forEach((other, match) -> {
            if (!other.equals(target)) {
                taken.add(match.column().name());
            }
        });
        return table.columns().values().stream()
                .filter(column -> !taken.contains(column.name()))
                .filter(column -> score(input, target, column) >= LEAST)
                .toList();
    }

    private static double score(String input, String target, ColumnProfile column) {
        return HeaderWords.known().score(input, target, column.name()) * Fitness.of(input, target, column);
    }

    public boolean fits() {
        return score > 0;
    }

    public boolean has(String target) {
        return matches.containsKey(target);
    }

    public Optional<Match> match(String target) {
        return Optional.ofNullable(matches.get(target));
    }

    public Optional<ColumnProfile> column(String target) {
        return match(target).map(Match::column);
    }
}
