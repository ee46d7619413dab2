package io.osusume.offers;

import io.osusume.offers.Hint.Reason;
import io.osusume.offers.Hint.Rule;
import io.osusume.offers.Hint.Subject;
import io.osusume.tables.Offers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Candidates to cross-sell: the consequents of rules whose whole antecedent the target has, of which the most confident rule
 * speaks; products of interest; what the ranking finds most likely to be bought next; and for an account what its people are interested in. Never a product that the target has, or
 * of a family that it has.
 *
 * <p>Timely after a purchase of what the offer builds on, at its renewal, when it is in sustained use after its start, or
 * upon interest in what is offered.
 */
final class CrossSell implements Proposer {
    /** Periods of 28 days with use, of the last four, that are sustained use. */
    private static final int SUSTAINED = 2;
    /** From which cosine on a product of the customer's is named as the reason. */
    private static final double LEAST_COSINE = 0.1;

    private final RuleHints rules;
    private final int likelyProducts;
    private final Knowledge known;

    /** @param likelyProducts how many products that neither rules nor interest name may come from the ranking */
    CrossSell(RuleHints rules, int likelyProducts, Knowledge known) {
        this.rules = rules;
        this.likelyProducts = likelyProducts;
        this.known = known;
    }

    @Override
    public List<Proposal> propose(Target target) {
        if (target.isAccount()) {
            return toAccount(target);
        }
        Map<String, Proposal> byProduct = new TreeMap<>();
        fitting(target).forEach((product, rule) -> byProduct.put(product, byRule(target, rule)));
        for (Target.Interested interest : target.interests()) {
            Item item = known.catalogue().item(interest.productId());
            if (interest.interest() >= known.minInterest()
                    && item != null
                    && isNew(target, item)
                    && !byProduct.containsKey(item.id())) {
                byProduct.put(item.id(), byInterest(target, item, interest));
            }
        }
        target.likely().stream()
                .filter(likely -> !byProduct.containsKey(likely.productId()) && complements(target, likely))
                .limit(likelyProducts)
                .toList()
                .forEach(likely -> byProduct.put(likely.productId(), byRanking(target, likely)));
        return List.copyOf(byProduct.values());
    }

    /**
     * Likelier than usual, on sale, new, and of a category that the target has nothing of; an unknown category counts as
     * another.
     */
    private boolean complements(Target target, Target.Likely likely) {
        Item item = known.catalogue().item(likely.productId());
        return item != null
                && known.timesUsual(target, item.id()) >= 1
                && isNew(target, item)
                && target.held().stream()
                        .filter(Held::had)
                        .map(h -> known.catalogue().item(h.productId()))
                        .noneMatch(has -> has != null
                                && has.category() != null
                                && has.category().equals(item.category()));
    }

    /** Not timed by what the customer bought last, as what goes with it is: only by interest in the product itself. */
    private Proposal byRanking(Target target, Target.Likely likely) {
        Item item = known.catalogue().item(likely.productId());
        Held anchor = likely.nearest() >= LEAST_COSINE ? target.holding(likely.nearestId()) : null;
        Map<String, Object> figures = new TreeMap<>(Map.of("product", item.id(), "count", likely.newBuyers28d()));
        if (anchor != null) {
            figures.put("anchor", anchor.productId());
        }
        return new Proposal(
                Offers.CROSS_SELL,
                Subject.product(item.id()),
                anchor == null ? null : anchor.productId(),
                known.timing().best(interested(target, item)),
                known.timesUsual(target, item.id()),
                new Reason(anchor == null ? "new_buyers" : "bought_by_same", figures),
                null,
                known.gains().sale(item));
    }

    /** Product → the most confident rule that fits. */
    private Map<String, Rule> fitting(Target target) {
        Comparator<Rule> best =
                Comparator.comparing(Rule::confidence).thenComparing(Rule::lift).thenComparing(Rule::id);
        Map<String, Rule> fitting = new TreeMap<>();
        for (Held held : target.held()) {
            if (!held.had()) {
                continue;
            }
            for (Rule rule : rules.from(held.productId())) {
                Rule other = fitting.get(rule.consequent());
                if ((other == null || best.compare(rule, other) > 0)
                        && rule.antecedent().stream().allMatch(target::had)
                        && isNew(target, known.catalogue().item(rule.consequent()))) {
                    fitting.put(rule.consequent(), rule);
                }
            }
        }
        return fitting;
    }

    /** Neither had, nor of a family of which something is had. */
    private boolean isNew(Target target, Item item) {
        return item.onSale()
                && !target.had(item.id())
                && target.held().stream().noneMatch(h -> {
                    Item has = known.catalogue().item(h.productId());
                    return h.had() && has != null && has.sameFamily(item);
                });
    }

    private Proposal byRule(Target target, Rule rule) {
        Held anchor = latest(target, rule.antecedent());
        Item item = known.catalogue().item(rule.consequent());
        Map<String, Object> figures = new TreeMap<>();
        figures.put("product", item.id());
        figures.put("anchor", anchor.productId());
        figures.put("percent", Math.round(rule.confidence() * 100));
        figures.put("lift", Math.round(rule.lift() * 10) / 10.0);
        return new Proposal(
                Offers.CROSS_SELL,
                Subject.product(item.id()),
                anchor.productId(),
                moment(target, anchor, item),
                rule.lift() / known.usualLift() * known.timesUsual(target, item.id()),
                new Reason("also_bought", figures),
                rule,
                known.gains().sale(item));
    }

    /** Of the antecedent's products the one acquired last: the one that the customer will remember. */
    private static Held latest(Target target, List<String> antecedent) {
        List<Held> parts =
                new ArrayList<>(antecedent.stream().map(target::holding).toList());
        parts.sort(Comparator.comparing((Held h) -> h.acquiredDay() == null ? Integer.MIN_VALUE : h.acquiredDay())
                .thenComparing(Held::productId));
        return parts.get(parts.size() - 1);
    }

    private Moment moment(Target target, Held anchor, Item item) {
        Timing timing = known.timing();
        return timing.best(
                timing.at(Moment.POST_PURCHASE, anchor.acquiredDay()),
                timing.at(Moment.RENEWAL, anchor.renewsDay()),
                interested(target, item),
                sustained(target, anchor) ? timing.at(Moment.ONBOARDING_DONE, anchor.startedDay()) : null);
    }

    private Moment interested(Target target, Item item) {
        Target.Interested interest = target.interest(item.id());
        return interest != null && interest.interest() >= known.minInterest()
                ? known.timing().at(Moment.INTEREST, interest.lastDay())
                : null;
    }

    private static boolean sustained(Target target, Held anchor) {
        return anchor.contract()
                && target.uses().stream()
                        .anyMatch(u -> u.productId().equals(anchor.productId()) && u.activePeriods() >= SUSTAINED);
    }

    private Proposal byInterest(Target target, Item item, Target.Interested interest) {
        return new Proposal(
                Offers.CROSS_SELL,
                Subject.product(item.id()),
                null,
                known.timing().best(interested(target, item)),
                interest.interest() / known.minInterest() * known.timesUsual(target, item.id()),
                new Reason("interested", Map.of("product", item.id(), "count", Math.max(1, interest.events()))),
                null,
                known.gains().sale(item));
    }

    private List<Proposal> toAccount(Target account) {
        Item item = account.surge() == null
                ? null
                : known.catalogue().item(account.surge().productId());
        if (item == null || account.held().stream().anyMatch(h -> isLowerTier(h, item))) {
            return List.of();
        }
        Target.Surge surge = account.surge();
        return List.of(new Proposal(
                Offers.CROSS_SELL,
                Subject.product(item.id()),
                null,
                known.timing().now(Moment.ACCOUNT_SURGE),
                Math.max(1, surge.people() / 2.0),
                accountReason(item, surge),
                null,
                known.gains().sale(item)));
    }

    /** Whether it is owned and of the same family, so that the offer is an upsell. */
    private boolean isLowerTier(Held held, Item item) {
        Item has = known.catalogue().item(held.productId());
        return held.owned() && has != null && !has.id().equals(item.id()) && has.sameFamily(item);
    }

    static Reason accountReason(Item item, Target.Surge surge) {
        return new Reason(
                "account_interest",
                Map.of(
                        "product", item.id(),
                        "people", surge.people(),
                        "departments", surge.departments(),
                        "seniors", surge.seniors()));
    }
}
