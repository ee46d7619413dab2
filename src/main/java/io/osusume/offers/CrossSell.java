package io.osusume.offers;

import io.osusume.catalogue.Buyer;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.SaleRules;
import io.osusume.offers.Proposal.Rule;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Candidates to cross-sell to a customer: the consequents of rules whose whole antecedent the customer has, of which the most
 * confident rule speaks, also where what is missing of it lies in the {@link Cart}; products of interest; and what the ranking finds {@link MostLikely most likely} to be bought next.
 * Never a product that the customer has, or of a family that the customer has.
 *
 * <p>Timely after a purchase of what the offer builds on, at its renewal, when it is in sustained use after its start, or
 * upon interest in what is offered.
 */
final class CrossSell implements Proposer {
    /** Periods of 28 days with use, of the last four, that are sustained use. */
    private static final int SUSTAINED = 2;

    private final RuleHints rules;
    private final MostLikely mostLikely;
    private final Knowledge known;

    /** @param likelyProducts how many products that neither rules nor interest name may come from the ranking */
    CrossSell(RuleHints rules, int likelyProducts, Knowledge known) {
        this.rules = rules;
        this.mostLikely = new MostLikely(likelyProducts, known);
        this.known = known;
    }

    @Override
    public List<Proposal> propose(Target target) {
        if (target.isAccount()) {
            return List.of();
        }
        Buyer buyer = known.buyer(target);
        Map<String, Proposal> byProduct = new TreeMap<>();
        Cart cart = Cart.of(target, known.timing());
        fitting(target, cart, buyer)
                .forEach((product, rule) -> byProduct.put(
                        product,
                        cart.latest(rule)
                                .map(put ->
                                        byCart(target, rule, put, cart.days().get(put)))
                                .orElseGet(() -> byRule(target, rule))));
        for (Target.Interested interest : target.interests()) {
            Item item = known.catalogue().item(interest.productId());
            if (interest.interest() >= known.minInterest()
                    && item != null
                    && buyer.isNew(item)
                    && !byProduct.containsKey(item.id())) {
                byProduct.put(item.id(), byInterest(target, item, interest));
            }
        }
        mostLikely
                .beyond(byProduct.keySet(), target, buyer)
                .forEach(proposal -> byProduct.put(proposal.subject().productId(), proposal));
        return List.copyOf(byProduct.values());
    }

    /** Product → the rule that fits what is had and what is in the cart: one that starts in the cart first, then the most confident. */
    private Map<String, Rule> fitting(Target target, Cart cart, Buyer buyer) {
        Comparator<Rule> best = Comparator.comparing((Rule r) -> cart.latest(r).isPresent())
                .thenComparing(Rule::confidence)
                .thenComparing(Rule::lift)
                .thenComparing(Rule::id);
        Map<String, Rule> fitting = new TreeMap<>();
        Stream.concat(
                        target.held().stream().filter(Holding::had).map(Holding::productId),
                        cart.days().keySet().stream())
                .flatMap(first -> rules.from(first).stream())
                .filter(rule -> rule.antecedent().stream().allMatch(p -> target.had(p) || cart.has(p)))
                .filter(rule -> sellable(rule, cart, buyer))
                .forEach(rule -> fitting.merge(rule.consequent(), rule, (a, b) -> best.compare(a, b) > 0 ? a : b));
        return fitting;
    }

    /** What is in the cart needs no offer of what goes with it, nor does what cannot stand beside what is there. */
    private boolean sellable(Rule rule, Cart cart, Buyer buyer) {
        Item item = known.catalogue().item(rule.consequent());
        return buyer.isNew(item)
                && (cart.latest(rule).isEmpty() || !cart.has(item.id()))
                && rule.antecedent().stream()
                        .filter(cart::has)
                        .map(known.catalogue()::item)
                        .noneMatch(put -> put == null || SaleRules.isNoSet(put, item));
    }

    private Proposal byCart(Target target, Rule rule, String put, int day) {
        Item item = known.catalogue().item(rule.consequent());
        Double pBuy = Knowledge.pBuy(target, item);
        return new Proposal(
                OfferType.CROSS_SELL,
                Subject.product(item.id()),
                put,
                known.timing().best(known.timing().at(Trigger.INTEREST, day)),
                known.evidence(pBuy, rule.lift() / known.usualLift()),
                Reasons.cart(rule, put, day),
                rule,
                known.gains().sale(item),
                pBuy);
    }

    private Proposal byRule(Target target, Rule rule) {
        Holding anchor = latest(target, rule.antecedent());
        Item item = known.catalogue().item(rule.consequent());
        Double pBuy = Knowledge.pBuy(target, item);
        return new Proposal(
                OfferType.CROSS_SELL,
                Subject.product(item.id()),
                anchor.productId(),
                moment(target, anchor, item),
                known.evidence(pBuy, rule.lift() / known.usualLift()),
                Reasons.rule(rule, anchor.productId()),
                rule,
                known.gains().sale(item),
                pBuy);
    }

    /** Of the antecedent's products the one acquired last: the one that the customer will remember. */
    private static Holding latest(Target target, List<String> antecedent) {
        List<Holding> parts =
                new ArrayList<>(antecedent.stream().map(target::holding).toList());
        parts.sort(Comparator.comparing((Holding h) -> h.acquiredDay() == null ? Integer.MIN_VALUE : h.acquiredDay())
                .thenComparing(Holding::productId));
        return parts.get(parts.size() - 1);
    }

    private Moment moment(Target target, Holding anchor, Item item) {
        Timing timing = known.timing();
        return timing.best(
                timing.at(Trigger.POST_PURCHASE, anchor.acquiredDay()),
                timing.at(Trigger.RENEWAL, anchor.renewsDay()),
                known.interested(target, item),
                sustained(target, anchor) ? timing.at(Trigger.ONBOARDING_DONE, anchor.startedDay()) : null);
    }

    private static boolean sustained(Target target, Holding anchor) {
        return anchor.contract()
                && target.uses(anchor.productId()).stream().anyMatch(u -> u.activePeriods() >= SUSTAINED);
    }

    private Proposal byInterest(Target target, Item item, Target.Interested interest) {
        Double pBuy = Knowledge.pBuy(target, item);
        return new Proposal(
                OfferType.CROSS_SELL,
                Subject.product(item.id()),
                null,
                known.timing().best(known.interested(target, item)),
                known.evidence(pBuy, interest.interest() / known.minInterest()),
                Reasons.interest(interest, known.minInterest()),
                null,
                known.gains().sale(item),
                pBuy);
    }
}
