package io.osusume.intake.profile;

import java.util.regex.Pattern;

/** Words by which rows of totals begin. */
final class Totals {
    private static final Pattern WORDS = Pattern.compile(
            "((grand|sub)[ -]?)?totals?\\b.*|.* totals?|(zwischen|gesamt|end)?summe\\b.*|gesamt\\b.*|.* (gesamt)?ergebnis"
                    + "|(sous-)?tota(l|ux)\\b.*|totale\\b.*|suma\\b.*|.*(合計|小計|総計|集計)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ALONE = Pattern.compile(
            "((grand|sub)[ -]?)?totals?( (for|of) .*)?|(zwischen|gesamt|end)?summe|gesamt(ergebnis)?|totale( complessivo)?"
                    + "|total g[eé]n[eé]ral|合計|小計|総計",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Totals() {}

    /** Whether a text is that of a total, or that of something called so: a company may be called Total Energies. */
    static boolean mayBe(String text) {
        return WORDS.matcher(text.strip()).matches();
    }

    /** Whether a text is that of a total and of nothing else. */
    static boolean is(String text) {
        return ALONE.matcher(text.strip()).matches();
    }
}
