package io.osusume.tables;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a row was rejected, as {@code rejects.reason} has it in one word: {@code missing_unit_price}.
 *
 * @param wrong what is wrong: missing, unreadable, …
 * @param column with which column
 */
public record RejectReason(String wrong, String column) {
    private static final Pattern REASON = Pattern.compile(
            "(missing|unreadable|failed|out_of_bounds|negative|unknown|duplicate|corrupt)_(.*)", Pattern.DOTALL);

    /** Empty: none that is known. */
    public static Optional<RejectReason> of(String reason) {
        Matcher known = REASON.matcher(reason);
        return known.matches() ? Optional.of(new RejectReason(known.group(1), known.group(2))) : Optional.empty();
    }
}
