package io.osusume.intake.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Words that are a plain yes or a plain no. Any other is neither: consent is never guessed. */
public final class YesNo {
    private static final Set<String> YES = Set.of(
            "y",
            "yes",
            "t",
            "true",
            "on",
            "1",
            "1.0",
            "はい",
            "有",
            "有り",
            "あり",
            "可",
            "同意",
            "同意する",
            "同意済み",
            "許可",
            "希望する",
            "受け取る",
            "subscribed",
            "opted in",
            "opt in",
            "optin",
            "granted",
            "allowed",
            "consented",
            "ja",
            "oui",
            "si",
            "sí");
    private static final Set<String> NO = Set.of(
            "n",
            "no",
            "f",
            "false",
            "off",
            "0",
            "0.0",
            "いいえ",
            "無",
            "無し",
            "なし",
            "不可",
            "同意しない",
            "不同意",
            "拒否",
            "希望しない",
            "受け取らない",
            "unsubscribed",
            "not subscribed",
            "opted out",
            "opt out",
            "optout",
            "denied",
            "declined",
            "revoked",
            "withdrawn",
            "nein",
            "non");

    private YesNo() {}

    /**
     * True for yes, false for no.
     *
     * @throws Unreadable when the word is neither
     */
    public static boolean parse(String text) {
        String word = Blanks.plain(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[-_\\s]+", " ");
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw new Unreadable(text, "neither a plain yes nor a plain no");
    }
}
