package io.osusume.intake.text;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times as people and programs write them. A time without a day, a year without a day and a day whose order cannot be told
 * (03/06/2026) are none: what they mean would be guessed.
 */
public final class Times implements Serializable {
    private static final long serialVersionUID = 1;

    private final String zone;
    private final ArrayList<TimeForm> forms = new ArrayList<>();

    /**
     * @param zone in which a time without one is read
     * @param formats each a name of {@link NamedForm} or a pattern of java.time, tried in this order; none: all that can be
     *     read in one way only
     */
    public Times(ZoneId zone, List<String> formats) {
        this.zone = zone.getId();
        if (formats.isEmpty()) {
            forms.addAll(List.of(NamedForm.values()));
        }
        for (String format : formats) {
            Optional<NamedForm> named = NamedForm.of(format);
            forms.add(named.isPresent() ? named.get() : new PatternForm(format));
        }
    }

    /**
     * The instant.
     *
     * @throws Unreadable when it is none of the forms
     */
    public Instant parse(String text) {
        String plain = Blanks.plain(Normalizer.normalize(text, Normalizer.Form.NFKC));
        if (plain.matches("[0-9]\\.[0-9]+E[0-9]{1,2}")) { // as Java writes a large double
            plain = new BigDecimal(plain).toPlainString();
        }
        for (TimeForm form : forms) {
            try {
                Optional<Instant> time = form.read(plain, ZoneId.of(zone));
                if (time.isPresent()) {
                    return time.get();
                }
            } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
                // Digits in the right places that are no day: the next form may fit.
            }
        }
        throw new Unreadable(text, "no time of these forms");
    }

    /** Days since the one that Excel calls 0, with the time of day as their fraction. */
    static LocalDateTime excel(double days) {
        return LocalDate.of(1899, 12, 30).atStartOfDay().plusSeconds(Math.round(days * 86_400));
    }
}
