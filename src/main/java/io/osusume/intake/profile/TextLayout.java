package io.osusume.intake.profile;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * How a delimited text is laid out.
 *
 * @param header whether the first record names the columns
 * @param skipped records before the header: titles and such
 * @param report whether its lines stand below the names that they are of: {@link GroupedReport}
 */
public record TextLayout(String encoding, char delimiter, boolean header, int skipped, boolean report) {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int RECORDS = 100;

    /** What fits the head of a text. */
    static TextLayout of(String encoding, String head) {
        char best = ',';
        double bestScore = 0;
        for (char delimiter : DELIMITERS) {
            double score = score(records(head, delimiter));
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        List<List<String>> records = records(head, best);
        int width = width(records);
        int first = 0;
        while (first < records.size() - 1 && records.get(first).size() < width) {
            first++;
        }
        first = belowTitles(records, first);
        boolean header = !records.isEmpty() && isHeader(records.get(first));
        return new TextLayout(encoding, best, header, first, false);
    }

    /** The same of a report. */
    TextLayout ofReport() {
        return new TextLayout(encoding, delimiter, header, skipped, true);
    }

    /** Titles that were filled up with delimiters are mostly blank, and names of columns stand below them. */
    private static int belowTitles(List<List<String>> records, int from) {
        int at = from;
        while (at < records.size() - 1
                && 2 * records.get(at).stream().filter(String::isBlank).count()
                        > records.get(at).size()) {
            at++;
        }
        return at > from && isHeader(records.get(at)) ? at : from;
    }

    private static List<List<String>> records(String head, char delimiter) {
        try {
            Records records = new Records(new StringReader(head), delimiter);
            List<List<String>> all = new ArrayList<>();
            List<String> record;
            while (all.size() < RECORDS && (record = records.next()) != null) {
                all.add(record);
            }
            if (all.size() > 2) {
                all.remove(all.size() - 1); // the head may cut it
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The share of records with the usual number of fields, times a little more for more fields; 0 for a single one. */
    private static double score(List<List<String>> records) {
        int width = width(records);
        long usual = records.stream().filter(r -> r.size() == width).count();
        return width < 2 ? 0 : (double) usual / records.size() * Math.log(1 + width);
    }

    /** The commonest number of fields; of equally common ones the greatest. */
    private static int width(List<List<String>> records) {
        Map<Integer, Integer> counts = new HashMap<>();
        records.forEach(r -> counts.merge(r.size(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Names hardly repeat, and none of them is a number or a time. At most one is empty: an index column's. */
    private static boolean isHeader(List<String> record) {
        long values = record.stream()
                .filter(f -> NumberShape.of(f).isPresent() || TimeShape.of(f).isPresent())
                .count();
        long empty = record.stream().filter(String::isBlank).count();
        return values == 0 && empty <= 1 && 3 * new HashSet<>(record).size() >= 2 * record.size();
    }
}
