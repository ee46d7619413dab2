package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.offers.BundlesByItem.Bundle;
import io.osusume.offers.Proposal.Gain;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Candidates to bundle: sets of which the target buys a part and not the whole, or one of whose items interests it. A set
 * with something that is owned already is none, but for its last part: {@link Completion}. The larger the part that is bought, the stronger the evidence: ½ + the share
 * of the items. One set is offered: that of
 * which most parts are known, of equal ones that which sells together most strongly, so that no set is offered for an item
 * that merely happened to be there.
 */
final class BundleOffers implements Proposer {
    private final BundlesByItem bundles;
    private final Knowledge known;
    private final Completion completion;

    BundleOffers(BundlesByItem bundles, Knowledge known) {
        this.bundles = bundles;
        this.known = known;
        this.completion = new Completion(known);
    }

    @Override
    public List<Proposal> propose(Target target) {
        if (target.isAccount()) {
            return List.of();
        }
        Map<String, Bundle> found = new TreeMap<>();
        target.held().stream().filter(Holding::had).forEach(h -> bundles.with(h.productId())
                .forEach(b -> found.put(b.id(), b)));
        target.interests().stream()
                .filter(i -> i.interest() >= known.minInterest())
                .forEach(i -> bundles.with(i.productId()).forEach(b -> found.put(b.id(), b)));
        return found.values().stream()
                .filter(b -> had(target, b) < b.items().size() && (fits(target, b) || completion.fits(target, b)))
                .sorted(Comparator.comparing((Bundle b) -> had(target, b))
                        .thenComparing(Bundle::lift)
                        .reversed()
                        .thenComparing(Bundle::id))
                .limit(1)
                .map(b -> completion.fits(target, b) ? completed(target, b) : proposal(target, b))
                .toList();
    }

    private static long had(Target target, Bundle bundle) {
        return bundle.items().stream().filter(target::had).count();
    }

    private boolean fits(Target target, Bundle bundle) {
        return bundle.items().stream().allMatch(i -> {
            Item item = known.catalogue().item(i);
            return item != null && item.terms().onSale() && !target.owns(i);
        });
    }

    private Proposal completed(Target target, Bundle bundle) {
        String anchor = anchor(target, bundle);
        return completion.proposal(
                target,
                bundle,
                anchor,
                anchor == null ? null : target.holding(anchor).acquiredDay());
    }

    private Proposal proposal(Target target, Bundle bundle) {
        Timing timing = known.timing();
        Integer bought = null;
        Moment interest = null;
        for (String item : bundle.items()) {
            Holding held = target.holding(item);
            Integer day = held == null || !held.had() ? null : held.acquiredDay();
            bought = latest(bought, day);
            Target.Interested liked = target.interest(item);
            if (liked != null && liked.interest() >= known.minInterest()) {
                interest = timing.at(Trigger.INTEREST, liked.lastDay());
            }
        }
        Moment moment = timing.best(timing.at(Trigger.POST_PURCHASE, bought), interest);
        Map<String, Object> figures = Map.of(
                "items", bundle.items(),
                "price", bundle.price(),
                "sum", bundle.sum(),
                "saving", bundle.sum().subtract(bundle.price()),
                "bought", had(target, bundle),
                "parts", bundle.items().size());
        return new Proposal(
                OfferType.BUNDLE,
                new Subject(null, bundle.id(), bundle.items(), null),
                anchor(target, bundle),
                moment.endingBy(bundle.lastDay()),
                0.5 + (double) had(target, bundle) / bundle.items().size(),
                new Reason("sells_together", figures),
                null,
                new Gain(bundle.price(), gained(target, bundle), 0, off(target, bundle)),
                leastLikely(target, bundle));
    }

    /** p_buy of the least likely of the parts that are not had; null where that of one is not known. */
    private Double leastLikely(Target target, Bundle bundle) {
        Double least = null;
        for (String item : bundle.items()) {
            if (!target.had(item)) {
                Double pBuy = Knowledge.pBuy(target, known.catalogue().item(item));
                if (pBuy == null) {
                    return null;
                }
                least = least == null ? pBuy : Double.valueOf(Math.min(least, pBuy));
            }
        }
        return least;
    }

    /** The whole discount, as a share of the price of what is not had. */
    private double off(Target target, Bundle bundle) {
        double missing = bundle.items().stream()
                .filter(item -> !target.had(item))
                .map(item -> known.catalogue().item(item).price())
                .mapToDouble(price -> price == null ? 0 : price.doubleValue())
                .sum();
        double discount = bundle.sum().subtract(bundle.price()).doubleValue();
        return missing <= 0 ? 0 : Math.min(1, discount / missing);
    }

    /** The margin of what would not be bought anyway, less the discount on all of it. */
    private double gained(Target target, Bundle bundle) {
        double anyway = 0;
        for (String id : bundle.items()) {
            Item item = known.catalogue().item(id);
            double margin = known.gains().sale(item).margin();
            Holding held = target.holding(id);
            Double pBuy = Knowledge.pBuy(target, item);
            if (held != null && held.had()) {
                anyway += known.anyway().again(held, known.asOfDay()) * margin;
            } else if (pBuy != null) {
                anyway += known.anyway().within(pBuy) * margin;
            }
        }
        return bundle.margin() - anyway;
    }

    private static Integer latest(Integer a, Integer b) {
        return a == null ? b : b == null ? a : Integer.valueOf(Math.max(a, b));
    }

    /** The part that was bought last. */
    private static String anchor(Target target, Bundle bundle) {
        return bundle.items().stream()
                .map(target::holding)
                .filter(h -> h != null && h.had() && h.acquiredDay() != null)
                .max(Comparator.comparing(Holding::acquiredDay).thenComparing(Holding::productId))
                .map(Holding::productId)
                .orElse(null);
    }
}
