package io.osusume.intake.profile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names of columns as words that can be compared. */
final class HeaderNames {
    /** Say nothing of what a column is. */
    private static final Set<String> FILLERS =
            Set.of(("utc the of usd jpy eur gbp jst local de du des del della di do da la le el der van").split(" "));
    /** What databases write for words, of a name of several. */
    private static final Map<String, String> SHORT = shortWords(
            "cust customer cus customer cstmr customer mbr member usr user acct account prd product prod product itm item"
                    + " ord order ordr order inv invoice trx transaction txn transaction trn transaction trans transaction"
                    + " rcpt receipt cd code nm name nbr number num number nr number prc price amt amount qty quantity"
                    + " dt date dttm date~time dtm date~time tm time ts timestamp sts status stat status stts status"
                    + " curr currency ccy currency cur currency desc description dsc description descr description"
                    + " cat category categ category ctg category ctgry category dept department grp group disc discount"
                    + " ref reference addr address seq sequence ln line sls sales flg flag");

    private HeaderNames() {}

    static List<String> tokens(String text) {
        return Arrays.asList(text.split(" ", -1));
    }

    /** A name in lower case, its words apart, without signs, units and zones: LineItem_Price (USD) → line item price. */
    static String plain(String name) {
        String text = Normalizer.normalize(withoutAccents(name), Normalizer.Form.NFKC)
                .replaceAll("([\\p{Ll}\\d])(\\p{Lu})", "$1 $2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace("#", " number ")
                .replaceAll("\\bitems\\b", "item")
                .replaceAll("[（(](税込|税抜|税別|円|必須)[)）]|フラグ$", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
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

    private static Map<String, String> shortWords(String pairs) {
        String[] words = pairs.split(" ");
        return IntStream.range(0, words.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> words[2 * i], i -> words[2 * i + 1].replace('~', ' ')));
    }
}
