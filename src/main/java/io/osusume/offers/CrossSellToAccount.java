package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.util.List;
import java.util.Map;

/**
 * What the people of a surging account are interested in, offered to the account as a whole. A higher tier of what it owns is
 * left to {@link Upsell}.
 */
final class CrossSellToAccount implements Proposer {
    private final Knowledge known;

    CrossSellToAccount(Knowledge known) {
        this.known = known;
    }

    @Override
    public List<Proposal> propose(Target account) {
        Item item = !account.isAccount() || account.surge() == null
                ? null
                : known.catalogue().item(account.surge().productId());
        if (item == null || known.buyer(account).ownsOtherOfFamily(item)) {
            return List.of();
        }
        Target.Surge surge = account.surge();
        return List.of(new Proposal(
                OfferType.CROSS_SELL,
                Subject.product(item.id()),
                null,
                known.timing().now(Trigger.ACCOUNT_SURGE),
                Math.max(1, surge.people() / 2.0),
                reason(item, surge),
                null,
                known.gains().sale(item)));
    }

    static Reason reason(Item item, Target.Surge surge) {
        return new Reason(
                "account_interest",
                Map.of(
                        "product", item.id(),
                        "people", surge.people(),
                        "departments", surge.departments(),
                        "seniors", surge.seniors()));
    }
}
