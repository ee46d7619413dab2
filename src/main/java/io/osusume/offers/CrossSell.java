package io.osusume.offers;

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

/**
 * Candidates to cross-sell to a customer: the consequents of rules whose whole antecedent the customer has, of which the most
 * confident rule speaks; products of interest; and what the ranking finds {@link MostLikely most likely} to be bought next.
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
        SaleRules.Buyer buyer = known.buyer(target);
        Map<String, Proposal> byProduct = new TreeMap<>();
        fitting(target, buyer).forEach((product, rule) -> byProduct.put(product, byRule(target, rule)));
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

    /** Product → the most confident rule that fits. */
    private Map<String, Rule> fitting(Target target, SaleRules.Buyer buyer) {
        Comparator<Rule> best =
                Comparator.comparing(Rule::confidence).thenComparing(Rule::lift).thenComparing(Rule::id);
        Map<String, Rule> fitting = new TreeMap<>();
        for (Holding held : target.held()) {
            if (!held.had()) {
                continue;
            }
            for (Rule rule : rules.from(held.productId())) {
                Rule other = fitting.get(rule.consequent());
                if ((other == null || best.compare(rule, other) > 0)
                        && rule.antecedent().stream().allMatch(target::had)
                        && buyer.isNew(known.catalogue().item(rule.consequent()))) {
                    fitting.put(rule.consequent(), rule);
                }
            }
        }
        return fitting;
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
