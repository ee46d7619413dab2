package io.osusume.offers;

import io.osusume.catalogue.Buyer;
import io.osusume.catalogue.Item;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the people of a surging account are interested in, offered to the account as a whole: each product that they look into, so
 * that where it has the first the next is offered. A higher tier of what it owns is left to {@link Upsell}.
 */
final class CrossSellToAccount implements Proposer {
    private final Knowledge known;

    CrossSellToAccount(Knowledge known) {
        this.known = known;
    }

    @Override
    public List<Proposal> propose(Target account) {
        List<Proposal> proposals = new ArrayList<>();
        if (!account.isAccount() || account.surge() == null) {
            return proposals;
        }
        Buyer buyer = known.buyer(account);
        for (Surge.Interest interest : account.surge().interests()) {
            Item item = known.catalogue().item(interest.productId());
            if (item != null && !buyer.ownsOtherOfFamily(item)) {
                proposals.add(new Proposal(
                        OfferType.CROSS_SELL,
                        Subject.product(item.id()),
                        null,
                        known.timing().now(Trigger.ACCOUNT_SURGE),
                        Surge.evidence(interest),
                        reason(item, account.surge(), interest),
                        null,
                        known.gains().sale(item)));
            }
        }
        return proposals;
    }

    static Reason reason(Item item, Surge surge, Surge.Interest interest) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("product", item.id());
        figures.put("people", surge.people());
        figures.put("departments", surge.departments());
        figures.put("seniors", surge.seniors());
        figures.put("about", interest.productId());
        figures.put("lookers", interest.people());
        figures.put("named", interest.departments().isEmpty() ? "no" : "yes");
        figures.put("who", String.join(", ", interest.departments()));
        return new Reason("account_interest", figures);
    }
}
