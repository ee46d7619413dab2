package io.osusume.offers;

import io.osusume.catalogue.SaleRules;
import io.osusume.offers.ExpectedValue.Valued;
import java.io.Serializable;
import java.util.List;

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

    /** A target with what may be sold to it, and all its candidates. */
    record Case(Target target, SaleRules.Buyer buyer, List<Valued> candidates) {}

    /**
     * What a rule says.
     *
     * @param releaseDay the first day on which it no longer holds, since 1970-01-01; null when not by time
     */
    record Stop(boolean stops, Integer releaseDay) {
        static final Stop NO = new Stop(false, null);
        static final Stop YES = new Stop(true, null);

        static Stop when(boolean holds) {
            return holds ? YES : NO;
        }

        static Stop until(int day) {
            return new Stop(true, day);
        }
    }
}
