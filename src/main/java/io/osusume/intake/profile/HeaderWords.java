package io.osusume.intake.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words by which companies and the usual shops' exports name their columns, in English and Japanese, the commonest in
 * German, French, Spanish, Portuguese, Italian and Dutch.
 */
public final class HeaderWords {
    private static final String FILE = "header-words.txt";
    /** Make something else of a name that holds a phrase: an order's estimated date is not the order's date. */
    private static final Set<String> OTHERWISE =
            Set.of(("estimated expected due previous old shipping freight tax taxes discount fee fees refund refunded "
                            + "tip size delivery delivered update updated modified "
                            + "送料 消費税 手数料 割引 値引 更新 発送 配送 出荷")
                    .split(" "));

    /** What a table's rows are, by which their columns may be called as well: a product's ProductCost is its cost. */
    private static final Map<String, Set<String>> OWNERS =
            Map.of("products", Set.of("product ", "item ", "商品"), "customers", Set.of("customer ", "client ", "顧客"));

    /** What a name is worth without the word of the row. */
    private static final double WITHOUT_OWNER = 0.97;

    private static final double OTHER_THING = 0.6;
    private static final double NESTED = 0.9;
    /** What a name is worth that only holds the phrase, beside the share of it that the phrase is. */
    private static final double HOLDS = 0.45;
    /** A later phrase of a column is worth so much less than the one before it. */
    private static final double LATER = 0.01;

    private static final HeaderWords KNOWN = read();

    /** Input or helper table → column → phrases, best first. */
    private final Map<String, Map<String, List<String>>> words;

    private HeaderWords(Map<String, Map<String, List<String>>> words) {
        this.words = words;
    }

    public static HeaderWords known() {
        return KNOWN;
    }

    /** The columns of an input that have words, and what is not a column but helps to make one. */
    Set<String> columns(String input) {
        return words.getOrDefault(input, Map.of()).keySet();
    }

    /**
     * How well a name of the source fits a column of an input: 1 is its very word, 0 is not at all. Of a nested name, such as
     * {@code lines.sku}, the last part alone may be the word.
     */
    public double score(String input, String column, String name) {
        int point = name.lastIndexOf('.');
        double last = point < 0 ? 0 : NESTED * scoreOf(input, column, name.substring(point + 1));
        return Math.max(last, scoreOf(input, column, name));
    }

    private double scoreOf(String input, String column, String name) {
        List<String> phrases = words.getOrDefault(input, Map.of()).getOrDefault(column, List.of());
        String plain = HeaderNames.plain(name);
        double bare = OWNERS.getOrDefault(input, Set.of()).stream()
                .filter(plain::startsWith)
                .map(owner -> plain.substring(owner.length()).strip())
                .filter(rest -> !rest.isEmpty())
                .mapToDouble(rest -> WITHOUT_OWNER * best(rest, phrases))
                .max()
                .orElse(0);
        return Math.max(bare, best(plain, phrases));
    }

    private static double best(String plain, List<String> phrases) {
        double best = 0;
        for (int i = 0; i < phrases.size(); i++) {
            double later = Math.min(0.15, LATER * i);
            String phrase = phrases.get(i);
            boolean otherwise = OTHERWISE.stream().anyMatch(o -> plain.contains(o) && !phrase.contains(o));
            best = Math.max(best, score(plain, phrase) * (otherwise ? OTHER_THING : 1) - later);
        }
        return best;
    }

    private static double score(String name, String phrase) {
        if (name.equals(phrase)) {
            return 1;
        }
        if (!isLatin(phrase)) {
            return phrase.length() >= 2 && name.contains(phrase) ? HOLDS + 0.5 * phrase.length() / name.length() : 0;
        }
        if (phrase.replace(" ", "").equals(name.replace(" ", ""))) {
            return 0.98;
        }
        List<String> tokens = HeaderNames.tokens(name);
        List<String> wanted = HeaderNames.tokens(phrase);
        boolean specific = wanted.size() >= 2 || phrase.length() >= 6;
        return specific && tokens.containsAll(wanted) ? HOLDS + 0.5 * wanted.size() / tokens.size() : 0;
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(c -> c < 0x250);
    }

    private static HeaderWords read() {
        Map<String, Map<String, List<String>>> words = new LinkedHashMap<>();
        Map<String, List<String>> shared = new LinkedHashMap<>();
        String input = "";
        for (String line : lines()) {
            if (line.startsWith("[")) {
                input = line.substring(1, line.length() - 1);
                words.put(input, new LinkedHashMap<>());
            } else {
                int equals = line.indexOf('=');
                String column = line.substring(0, equals).strip();
                List<String> phrases = phrases(line.substring(equals + 1), shared);
                (column.startsWith("@") ? shared : words.get(input)).put(column, phrases);
            }
        }
        return new HeaderWords(words);
    }

    private static List<String> phrases(String text, Map<String, List<String>> shared) {
        List<String> phrases = new ArrayList<>();
        for (String phrase : text.split("\\|", -1)) {
            String given = phrase.strip();
            phrases.addAll(given.startsWith("@") ? shared.get(given) : List.of(HeaderNames.plain(given)));
        }
        return phrases;
    }

    private static List<String> lines() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(HeaderWords.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("//"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
