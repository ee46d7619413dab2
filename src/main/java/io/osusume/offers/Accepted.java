package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.offers.Guardrail.Stop;
import io.osusume.tables.OfferEventType;
import java.io.Serializable;
import java.util.List;

/**
 * What was accepted is not offered again, nor another plan of its family, until an order or a contract shows it or so many
 * days have passed: what comes into effect later stands in no order yet.
 */
final class Accepted implements Serializable {
    private final int days;
    private final Knowledge known;

    Accepted(int days, Knowledge known) {
        this.days = days;
        this.known = known;
    }

    Stop judge(Proposal proposal, Target target) {
        int release = target.past().stream()
                .filter(p -> p.event() == OfferEventType.ACCEPTED)
                .filter(p -> isAbout(p, proposal) && !shows(p, proposal, target))
                .mapToInt(p -> p.day() + days)
                .max()
                .orElse(Integer.MIN_VALUE);
        return release > known.asOfDay() + 1 ? Stop.until(release) : Stop.NO;
    }

    private boolean isAbout(Target.OfferEvent past, Proposal proposal) {
        return Guardrails.isAbout(past, proposal)
                || sameFamily(past.subjectId(), proposal.subject().productId());
    }

    private boolean sameFamily(String accepted, String offered) {
        Item a = accepted == null ? null : known.catalogue().item(accepted);
        Item b = offered == null ? null : known.catalogue().item(offered);
        return a != null && b != null && a.recurring() && a.sameFamily(b);
    }

    private static boolean shows(Target.OfferEvent past, Proposal proposal, Target target) {
        boolean set = past.subjectId().equals(proposal.subject().bundleId());
        List<String> products = set ? proposal.subject().items() : List.of(past.subjectId());
        return products.stream().allMatch(p -> since(target.holding(p), past.day()));
    }

    private static boolean since(Holding held, int day) {
        return held != null
                && ((held.lastDay() != null && held.lastDay() >= day)
                        || (held.startedDay() != null && held.startedDay() >= day));
    }
}
