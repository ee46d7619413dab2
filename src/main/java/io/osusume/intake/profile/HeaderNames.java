package io.osusume.intake.profile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of columns as words that can be compared. */
final class HeaderNames {
    /** Say nothing of what a column is. */
    private static final Set<String> FILLERS =
            Set.copyOf(tokens("utc the of usd jpy eur gbp jst local de du des del della di do da la le el der van"));

    /** What databases write for a word, of a name of several: the word itself stands before its short ones. */
    private static final Map<String, String> SHORT = Stream.of(
                    "customer cust cus cstmr",
                    "member mbr",
                    "user usr",
                    "account acct",
                    "product prd prod",
                    "item itm",
                    "order ord ordr",
                    "invoice inv",
                    "transaction trx txn trn trans",
                    "receipt rcpt",
                    "code cd",
                    "name nm",
                    "number nbr num nr no",
                    "price prc",
                    "amount amt",
                    "quantity qty",
                    "date dt",
                    "datetime dttm dtm",
                    "time tm",
                    "timestamp ts",
                    "status sts stat stts",
                    "currency curr ccy cur",
                    "description desc dsc descr",
                    "category cat categ ctg ctgry",
                    "department dept",
                    "group grp",
                    "discount disc",
                    "reference ref",
                    "address addr",
                    "sequence seq",
                    "line ln",
                    "sales sls",
                    "flag flg")
            .map(HeaderNames::tokens)
            .flatMap(words -> words.stream().skip(1).map(word -> Map.entry(word, words.get(0))))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private HeaderNames() {}

    static List<String> tokens(String text) {
        return Arrays.asList(text.split(" ", -1));
    }

    /** A name in lower case, its words apart, without signs, units and zones: LineItem_Price (USD) → line item price. */
    static String plain(String name) {
        String text = Normalizer.normalize(withoutAccents(name), Normalizer.Form.NFKC)
                .replaceAll("\\bIDs\\b", "Ids")
                .replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1 $2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace("#", " number ")
                .replaceAll("(?<=\\p{L}{3})nr\\b", "nummer")
                .replaceAll("\\bitems\\b", "item")
                .replaceAll("[（(](税込|税抜|税別|円|必須)[)）]|フラグ$", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                // A CRM calls what a row is associated with by ids of that, of which one is the primary.
                .replaceAll("^(associated|primary associated) (?=.)|(?<=.) primary$", "")
                .replaceAll("\\bids$", "id")
                .replaceAll("^record id$", "id");
        List<String> kept =
                tokens(text).stream().filter(t -> !FILLERS.contains(t)).toList();
        return kept.isEmpty()
                ? text
                : kept.size() == 1
                        ? kept.get(0)
                        : kept.stream().map(t -> SHORT.getOrDefault(t, t)).collect(Collectors.joining(" "));
    }

    /** Of Latin letters: the marks of others are letters of their own. */
    private static String withoutAccents(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("(\\p{IsLatin})\\p{M}+", "$1");
    }
}
