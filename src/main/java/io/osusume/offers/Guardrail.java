package io.osusume.offers;

import io.osusume.catalogue.Buyer;
import io.osusume.offers.ExpectedValue.Valued;
import java.io.Serializable;
import java.util.Optional;

/**
 * One reason not to make an offer.
 *
 * @param code as in the column {@code reason_code}
 */
record Guardrail(String code, Rule rule) implements Serializable {

    /** When it holds. */
    interface Rule extends Serializable {
        /** Whether it stops a candidate, and until when. */
        Stop judge(Valued candidate, Case about);
    }

    /** A target with what may be sold to it. */
    record Case(Target target, Buyer buyer) {}

    /**
     * What a rule says.
     *
     * @param releaseDay the first day on which it no longer holds, since 1970-01-01; null when not by time
     * @param by the product or set that stands in the way; null where it is nothing of that kind
     */
    record Stop(boolean stops, Integer releaseDay, String by) {
        static final Stop NO = new Stop(false, null, null);
        static final Stop YES = new Stop(true, null, null);

        static Stop when(boolean holds) {
            return holds ? YES : NO;
        }

        static Stop until(int day) {
            return new Stop(true, day, null);
        }

        static Stop by(Optional<String> product) {
            return product.map(p -> new Stop(true, null, p)).orElse(NO);
        }
    }
}
