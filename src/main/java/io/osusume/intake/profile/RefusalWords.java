package io.osusume.intake.profile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What columns of a table say of who refuses to be contacted, or is no customer any more: by a status, a flag, or a block. */
final class RefusalWords {
    private static final Pattern STATUS = Pattern.compile("(subscriber |subscription |member |email )?(status|state)");
    private static final Pattern SAID =
            Pattern.compile("(?i)unsubscribed?|opted[ _-]?out|opt[ _-]?out|abgemeldet|désabonné|配信停止");
    private static final Pattern YES = Pattern.compile("(?i)true|1|1\\.0|y|yes|ja|j|oui|si|x|はい");
    /** What a permission says that is not given, whatever its column is called. */
    private static final Pattern NOT_ALLOWED = Pattern.compile(
            "(?i)(do(es)? )?not[ _-]?allow(ed)?|disallow(ed)?|denied|forbidden|prohibited|nicht (erlaub(t|en)|zulassen|gestattet)|verboten");

    private static final Pattern ALLOWED =
            Pattern.compile("(?i)allow(ed)?|permit(ted)?|granted|erlaub(t|en)|zulassen|gestattet");
    /** Filled for those who are to be deleted, or whose orders are blocked: SAP's names, and what they stand for. */
    private static final Pattern CLOSED = Pattern.compile(
            "loevm|aufsd|(central )?(deletion|deleted|order|sales) (flag|indicator|block)|l(ö|oe?)sch(vormerkung|kennzeichen)|auftragssperre");
    /** A flag that leaves nothing open. */
    private static final Pattern OF_ALL =
            Pattern.compile("(unsubscribed|opted out) (from|of) all|from all e ?mail|unsubscribed all");
    /** Offers go by other ways. */
    private static final Pattern BY_VOICE = Pattern.compile("\\b(phone|calls?|fax|sms|telefon|anrufe?)\\b");
    /** Words of a flag: yes and no. */
    private static final int FLAG = 2;
    /** A column that is filled for more is no block. */
    private static final double SOME = 0.5;

    private RefusalWords() {}

    /**
     * A column that says so.
     *
     * @param words those of its words that refuse; none: any
     */
    record Said(ColumnProfile column, List<String> words) {
        /** Whether it says by itself who refuses; of a yes it must be asked to what. */
        boolean isPlain() {
            return words.stream().allMatch(word -> is(NOT_ALLOWED, word))
                    || (!words.isEmpty()
                            && OF_ALL.matcher(HeaderNames.plain(column.name())).find());
        }

        String told() {
            return column.name() + (words.isEmpty() ? " filled" : " = " + String.join(" or ", words));
        }

        /** The condition over a row that it refuses. */
        String condition(String sql) {
            return words.isEmpty()
                    ? "coalesce(trim(" + sql + ") <> '', false)"
                    : "coalesce(" + sql + " IN ("
                            + words.stream().map(Sql::text).collect(Collectors.joining(", ")) + "), false)";
        }
    }

    /** All such columns of a table; what is said of the telephone alone only where nothing else is. */
    static List<Said> of(TableProfile table) {
        List<Said> all = table.columns().values().stream()
                .flatMap(column -> of(column).stream())
                .toList();
        List<Said> written = all.stream()
                .filter(said -> !BY_VOICE.matcher(
                                HeaderNames.plain(said.column().name()))
                        .find())
                .toList();
        return written.isEmpty() ? all : written;
    }

    private static Optional<Said> of(ColumnProfile column) {
        String name = HeaderNames.plain(column.name());
        if (CLOSED.matcher(name).matches() && !column.isEmpty() && column.filledShare() < SOME && !column.isFlag()) {
            return Optional.of(new Said(column, List.of()));
        }
        boolean status = STATUS.matcher(name).matches();
        boolean flag = UnreadColumns.refuses(column.name()) && column.distinct() <= FLAG;
        boolean permission = flag || column.counts().keySet().stream().anyMatch(w -> is(ALLOWED, w));
        List<String> words = column.counts().keySet().stream()
                .filter(word -> (status && is(SAID, word))
                        || (!status && flag && is(YES, word))
                        || (permission && column.distinct() <= FLAG && is(NOT_ALLOWED, word)))
                .sorted()
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(new Said(column, words));
    }

    private static boolean is(Pattern pattern, String word) {
        return pattern.matcher(word.strip()).matches();
    }
}
