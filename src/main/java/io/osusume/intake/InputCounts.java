package io.osusume.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * What staging found in one input; accepted are also those of which another row of the same key counts: {@code accepted + rejected + afterAsOf} = rows of the input.
 *
 * @param newest the newest time among accepted rows; empty without a time column or rows
 */
public record InputCounts(String input, long accepted, long rejected, long afterAsOf, Optional<Instant> newest) {
    public long rows() {
        return accepted + rejected + afterAsOf;
    }

    /** Rejected rows as a share of those not after the as-of date. */
    public double rejectRate() {
        long judged = accepted + rejected;
        return judged == 0 ? 0 : (double) rejected / judged;
    }
}
