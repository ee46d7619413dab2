package io.osusume.intake.profile;

import io.osusume.tables.Billing;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From payment to payment in words that count: every 3 weeks, 2ヶ月ごと, 毎月15日. */
final class PeriodWords {
    private static final Pattern COUNTED = Pattern.compile("(?:every |each |alle |tous les )?(?<n>[1-9]\\d?)?\\s*"
            + "(?:(?<week>weeks?|wochen?|semaines?|週間?)|(?<month>months?|monate?|mois|[ヶケかカヵ箇]月)|(?<year>years?|jahre?|ans?|年))"
            + "\\s*(?:に1回|に一回|ごと|毎|おき|間隔)?");
    private static final Pattern EACH_MONTH = Pattern.compile("毎月.*|月1回|monthly.*");
    private static final Pattern EACH_WEEK = Pattern.compile("毎週.*|週1回");
    private static final int MONTHS = 12;

    private PeriodWords() {}

    /** As contracts are billed; empty where the words count nothing. */
    static Optional<String> of(String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        if (EACH_MONTH.matcher(plain).matches()) {
            return Optional.of(Billing.MONTHLY.wire());
        }
        if (EACH_WEEK.matcher(plain).matches()) {
            return Optional.of(Billing.WEEKLY.wire());
        }
        Matcher m = COUNTED.matcher(plain);
        if (!m.matches()) {
            return Optional.empty();
        }
        int n = m.group("n") == null ? 1 : Integer.parseInt(m.group("n"));
        if (m.group("week") != null) {
            return Optional.of(n == 1 ? Billing.WEEKLY.wire() : n + " weeks");
        }
        int months = m.group("year") == null ? n : MONTHS * n;
        return Arrays.stream(Billing.values())
                .filter(billing -> ("P" + months + "M").equals(billing.period()))
                .map(Billing::wire)
                .findFirst()
                .or(() -> Optional.of(String.valueOf(months)));
    }
}
