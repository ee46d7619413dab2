package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.offers.BundlesByItem.Bundle;
import io.osusume.offers.Proposal.Gain;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * The last part of a set of things that last, at its part of the set's price, for who owns all others (two at least). That they
 * last the product list must say: {@code is_consumable} is false, and they are sold once.
 */
final class Completion implements Serializable {
    private static final int OWNED_AT_LEAST = 2;
    private static final int PRICE_DIGITS = 4;

    private final Knowledge known;

    Completion(Knowledge known) {
        this.known = known;
    }

    boolean fits(Target target, Bundle bundle) {
        String last = missing(target, bundle);
        return last != null
                && bundle.items().size() > OWNED_AT_LEAST
                && bundle.items().stream().map(known.catalogue()::item).allMatch(Completion::lasts)
                && known.catalogue().item(last).terms().onSale()
                && known.catalogue().item(last).price() != null;
    }

    private static boolean lasts(Item item) {
        return item != null && item.terms().durable() && !item.recurring();
    }

    /** The only part that is not owned; null where several are not, or none. */
    private static String missing(Target target, Bundle bundle) {
        List<String> missing =
                bundle.items().stream().filter(i -> !target.owns(i)).toList();
        return missing.size() == 1 ? missing.get(0) : null;
    }

    Proposal proposal(Target target, Bundle bundle, String anchor, Integer bought) {
        Item item = known.catalogue().item(missing(target, bundle));
        double share = bundle.price().doubleValue() / bundle.sum().doubleValue();
        BigDecimal price =
                item.price().multiply(BigDecimal.valueOf(share)).setScale(PRICE_DIGITS, RoundingMode.HALF_UP);
        double discount = item.price().subtract(price).doubleValue();
        Double pBuy = Knowledge.pBuy(target, item);
        double margin = known.gains().sale(item).margin();
        double anyway = pBuy == null ? 0 : known.anyway().within(pBuy) * margin;
        Timing timing = known.timing();
        Map<String, Object> figures = Map.of(
                "items", bundle.items().stream().filter(target::owns).toList(),
                "product", item.id(),
                "price", price,
                "sum", item.price(),
                "bought", bundle.items().size() - 1,
                "parts", bundle.items().size());
        return new Proposal(
                OfferType.BUNDLE,
                new Subject(null, bundle.id(), List.of(item.id()), null),
                anchor,
                timing.best(timing.at(Trigger.POST_PURCHASE, bought)).endingBy(bundle.lastDay()),
                0.5 + (bundle.items().size() - 1.0) / bundle.items().size(),
                new Reason("completes_set", figures),
                null,
                new Gain(
                        price,
                        margin - discount - anyway,
                        0,
                        discount / item.price().doubleValue()),
                pBuy);
    }
}
