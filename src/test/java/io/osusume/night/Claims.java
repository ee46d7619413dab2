package io.osusume.night;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Holds what the sentences of a night say against its tables, by DuckDB: each number and each claim is worked out again from
 * published tables, and where these do not hold it from the input files, by the queries of {@code claims/*.sql}.
 */
final class Claims {
    private static final String SENTENCES = """
            CREATE VIEW published AS SELECT * FROM {offers} UNION ALL BY NAME SELECT * FROM {withheld_offers};
            CREATE VIEW told AS SELECT * REPLACE (regexp_replace(evidence_text, ' Earlier offers: .*$', '') AS evidence_text),
              nullif(regexp_extract(evidence_text, ' Earlier offers: (.*)$', 1), '') AS quote FROM published;
            """;

    private static final Pattern SECTION = Pattern.compile("(?m)^-- (?=[a-z_]+$)");

    private final SampleNight night;
    private final String views;

    private Claims(SampleNight night, String views) {
        this.night = night;
        this.views = views;
    }

    /** Of the sample, whose input files hold what its tables do not. */
    static Claims ofTheSample() {
        return new Claims(Nights.NIGHT, read("macros") + SENTENCES + read("sample-views"));
    }

    /**
     * Of a company that records no behaviour and no limits of use.
     *
     * @param catalogue a query of its products: product_id, name, list_price, periods (payments a year)
     */
    static Claims of(SampleNight night, String catalogue) {
        return new Claims(
                night,
                read("macros") + SENTENCES + "CREATE VIEW catalogue AS " + catalogue + ";" + read("foreign-views"));
    }

    /** The same with every digit of the sentences to the team one more than it was. */
    Claims withWrongFigures() {
        String wrong = SENTENCES.replace(
                "SELECT * FROM {offers}",
                "SELECT * REPLACE (translate(evidence_text, '0123456789', '1234567890') AS evidence_text) FROM {offers}");
        return new Claims(night, views.replace(SENTENCES, wrong));
    }

    /** Reason code → offers with it. */
    Map<String, Long> told() {
        Map<String, Long> told = new TreeMap<>();
        night.query(views + "SELECT reason_code, count(*) FROM told GROUP BY 1")
                .forEach(row -> told.put(row.get(0), Long.valueOf(row.get(1))));
        return told;
    }

    /**
     * The sentences that are not true, or that no query can read.
     *
     * @param column {@code evidence} or {@code reason}
     */
    List<String> untrue(String column) {
        List<String> untrue = new ArrayList<>();
        Map<String, String> queries = sections(read(column));
        told().keySet().stream().filter(queries::containsKey).forEach(code -> night.query(views
                        + "CREATE VIEW t AS SELECT * FROM told WHERE reason_code = '" + code + "'; "
                        + queries.get(code) + " ORDER BY 1 LIMIT 20")
                .forEach(row -> untrue.add(code + ": " + row.get(1))));
        return untrue;
    }

    /**
     * Offers that do not tell of earlier ones what the closest pattern tells of which it can be said what followed: of the same
     * moment, else of the same segment, else of all; or that tell of them where none does.
     */
    List<String> misquoted() {
        return night.query(views + """
                SELECT offer_row_id || ': ' || published.evidence_text FROM published JOIN told USING (offer_row_id) LEFT JOIN (
                  SELECT offer_row_id, arg_min(s.text, CASE WHEN s.trigger <> 'all' THEN 1 WHEN s.segment <> 'all' THEN 2 ELSE 3 END)
                    AS text
                  FROM published o JOIN {success_cases} s ON s.offer_type = o.offer_type
                    AND s.product_id = coalesce(o.product_id, o.bundle_id) AND s.owned_product_id = 'all' AND s.use_band = 'all'
                    AND s.value_gained IS NOT NULL
                    AND (s.trigger = o.trigger AND s.segment = 'all' OR s.trigger = 'all' AND s.segment IN (o.lwp_segment, 'all'))
                  GROUP BY 1) USING (offer_row_id)
                WHERE quote IS DISTINCT FROM text ORDER BY 1 LIMIT 20""").stream().map(row -> row.get(0)).toList();
    }

    /** Sentences of patterns whose figures are not those of their row. */
    List<String> untruePatterns() {
        return night.query(views + """
                SELECT text FROM {success_cases}, (SELECT regexp_extract(text, ': ([\\d,]+) of ([\\d,]+) customers took it\\.(?: After it'
                  || ' those brought ([+−][^ ]+) a year each \\(95 % interval ([+−][^ ]+) to ([+−][^ ]+), ([\\d,]+) customers\\)'
                  || '(?:, those who did not take it ([+−].+))?\\.$)?',
                  ['accepted', 'offered', 'gain', 'low', 'high', 'followed', 'others']) f)
                WHERE NOT coalesce(whole(f.accepted, accepted) AND whole(f.offered, offered)
                  AND CASE WHEN value_gained IS NULL THEN f.gain = '' AND contains(text, 'Too few can be followed yet')
                    ELSE change(f.gain, value_gained) AND change(f.low, value_low) AND change(f.high, value_high)
                      AND whole(f.followed, followed)
                      AND CASE WHEN others_gained IS NULL THEN f.others = '' ELSE change(f.others, others_gained) END END, false)""").stream().map(row -> row.get(0)).toList();
    }

    /** Offers that tell of earlier ones. */
    long quoting() {
        return Long.parseLong(
                night.query(views + "SELECT count(quote) FROM told").get(0).get(0));
    }

    /** The codes of which a sentence to the team has figures. */
    List<String> withFigures() {
        return night
                .query(
                        views
                                + "SELECT DISTINCT reason_code FROM told WHERE regexp_matches(evidence_text, '[0-9]') ORDER BY 1")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** The codes whose sentences no query holds. */
    List<String> unheld(String column) {
        Map<String, String> queries = sections(read(column));
        return told().keySet().stream().filter(c -> !queries.containsKey(c)).toList();
    }

    /** Of the codes whose sentence to the customer has no figure: the sentences with one outside a name. */
    List<String> unexpectedFigures(List<String> codes, String names) {
        return night
                .query(views + "SELECT reason_text, (SELECT string_agg(name, chr(10) ORDER BY length(name) DESC) FROM ("
                        + names
                        + ") n WHERE contains(reason_text, name)) FROM told WHERE reason_code IN ('"
                        + String.join("', '", codes) + "')")
                .stream()
                .map(row -> {
                    String text = row.get(0);
                    for (String name :
                            row.get(1) == null ? new String[0] : row.get(1).split("\n")) {
                        text = text.replace(name, "");
                    }
                    return text;
                })
                .filter(text -> text.matches(".*\\d.*"))
                .distinct()
                .toList();
    }

    private static Map<String, String> sections(String file) {
        Map<String, String> sections = new TreeMap<>();
        SECTION.splitAsStream(file).forEach(section -> {
            int end = section.indexOf('\n');
            sections.put(
                    section.substring(0, end).strip(), section.substring(end).strip());
        });
        return sections;
    }

    private static String read(String name) {
        try (InputStream in = Claims.class.getResourceAsStream("/claims/" + name + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
