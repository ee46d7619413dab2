package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.offers.Guardrail.Stop;
import java.io.Serializable;

/**
 * What was given back, or whose contract ended, is not offered again in the weeks after; nor is another plan of its family to who
 * has none of it any more.
 */
final class Former implements Serializable {
    private final int days;
    private final Knowledge known;

    Former(int days, Knowledge known) {
        this.days = days;
        this.known = known;
    }

    Stop judge(Proposal proposal, Target target) {
        int since = target.held().stream()
                .filter(h -> h.formerDay() != null && proposal.sells())
                .filter(h -> proposal.offers(h.productId()) || leftFamily(h, proposal, target))
                .mapToInt(Holding::formerDay)
                .max()
                .orElse(Integer.MIN_VALUE / 2);
        int release = since + days;
        return release > known.asOfDay() + 1 ? Stop.until(release) : Stop.NO;
    }

    private boolean leftFamily(Holding left, Proposal proposal, Target target) {
        Item plan = known.catalogue().item(left.productId());
        return plan != null
                && plan.recurring()
                && JustBought.parts(proposal).stream().anyMatch(id -> isOfFamily(plan, id))
                && target.held().stream().noneMatch(h -> h.owned() && isOfFamily(plan, h.productId()));
    }

    private boolean isOfFamily(Item plan, String id) {
        Item other = known.catalogue().item(id);
        return other != null && plan.sameFamily(other);
    }
}
