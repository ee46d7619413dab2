package io.osusume.offers;

import io.osusume.acceptance.Asked;
import io.osusume.acceptance.Beside;
import io.osusume.acceptance.Term;
import io.osusume.catalogue.Item;
import io.osusume.tables.Segment;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What of a target has a part in whether it accepts an offer, whichever it is.
 *
 * @param terms what is known of it beside its segment
 * @param touches of the last 30 days
 * @param usualPrice the middle list price of what it has that is sold once; null: none is known
 * @param usualFee the same of what is billed again and again
 */
record Addressed(Segment segment, List<Term> terms, int touches, Double usualPrice, Double usualFee) {
    /** Of whom nothing but the segment is known. */
    static Addressed of(Segment segment) {
        return new Addressed(segment, List.of(), 0, null, null);
    }

    /** A proposal as acceptance sees it. */
    Asked asked(Proposal proposal, Anyway anyway, Knowledge known) {
        List<Term> beside = new ArrayList<>(terms);
        beside.addAll(new Beside(null, null, null, null, timesUsual(proposal, known), null).terms());
        if (proposal.pBuy() != null && proposal.gain().off() > 0) {
            beside.add(Beside.discount(proposal.gain().off()));
        }
        return new Asked(
                proposal.type(),
                proposal.moment().trigger(),
                segment,
                proposal.pBuy() == null ? null : Double.valueOf(anyway.within(proposal.pBuy())),
                proposal.evidence(),
                beside);
    }

    private Double timesUsual(Proposal proposal, Knowledge known) {
        if (proposal.gain().price() == null) {
            return null;
        }
        String product = proposal.subject().productId();
        Item item = product == null ? null : known.catalogue().item(product);
        Double usual = item != null && item.recurring() ? usualFee : usualPrice;
        return usual == null ? null : Double.valueOf(proposal.gain().price().doubleValue() / usual);
    }

    /**
     * Reads it off a target, once for all of its candidates.
     *
     * @param usualLtv the middle customer's lifetime value; null: none is known
     */
    record Reader(Channels channels, Touches touches, Knowledge known, Double usualLtv) implements Serializable {
        Addressed of(Target target) {
            List<Integer> touched = touches.days(target);
            Integer since =
                    touched.isEmpty() ? null : Integer.valueOf(known.asOfDay() - touched.get(touched.size() - 1));
            double loyalty = target.state().loyalty();
            Beside beside = new Beside(
                    loyalty > 0 ? Double.valueOf(loyalty) : null,
                    target.state().priority(),
                    channels.of(target),
                    since,
                    null,
                    timesUsual(target.state().ltv()));
            List<Term> terms = new ArrayList<>(beside.terms());
            int lately = touches.lately(touched);
            if (since != null) {
                terms.add(Beside.touches(lately));
            }
            return new Addressed(
                    target.segment(),
                    terms,
                    lately,
                    middle(target, i -> !i.recurring()),
                    middle(target, Item::recurring));
        }

        private Double timesUsual(Double ltv) {
            return ltv == null || usualLtv == null ? null : Double.valueOf(ltv / usualLtv);
        }

        private Double middle(Target target, Predicate<Item> kind) {
            double[] prices = target.held().stream()
                    .filter(Holding::had)
                    .map(h -> known.catalogue().item(h.productId()))
                    .filter(i -> i != null && i.price() != null && i.costs() && kind.test(i))
                    .mapToDouble(i -> i.price().doubleValue())
                    .sorted()
                    .toArray();
            return prices.length == 0 ? null : Double.valueOf(prices[prices.length / 2]);
        }
    }
}
