package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.config.OffersConfig;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Candidates to downsell, for customers at risk only: the nearest lower tier, one step a night, of a contract that is to be
 * cancelled or whose use has collapsed.
 *
 * <p>Who stays on the present plan: at the next renewal {@code ltv.contracts.stays_after_request} of them when a cancellation
 * was requested; the odds of staying over a year are multiplied by {@code collapse_odds} when use has collapsed.
 */
final class Downsell implements Proposer {
    private final OffersConfig.Downsell config;
    private final double collapse;
    private final Knowledge known;

    /** @param collapse the usage trend at or below which use has collapsed */
    Downsell(OffersConfig.Downsell config, double collapse, Knowledge known) {
        this.config = config;
        this.collapse = collapse;
        this.known = known;
    }

    @Override
    public List<Proposal> propose(Target target) {
        List<Proposal> proposals = new ArrayList<>();
        if (target.isAccount() || target.segment() != Segment.AT_RISK) {
            return proposals;
        }
        for (Holding held : target.held()) {
            Item item = known.catalogue().item(held.productId());
            Item lower = held.contract() && item != null ? lower(held.paid(item)) : null;
            if (lower != null) {
                OptionalDouble trend = trend(target, item.id());
                boolean collapsed = trend.isPresent() && trend.getAsDouble() <= collapse;
                if (held.cancelDay() != null || collapsed) {
                    proposals.add(proposal(held, held.paid(item), lower, trend));
                }
            }
        }
        return proposals;
    }

    /** The nearest lower tier that costs less than what is paid now; null where there is none. */
    private Item lower(Item paid) {
        Item lower = known.catalogue().item(paid.ladder().lower());
        while (lower != null && lower.comparablePrice() >= paid.comparablePrice()) {
            lower = known.catalogue().item(lower.ladder().lower());
        }
        return lower;
    }

    private Proposal proposal(Holding held, Item item, Item lower, OptionalDouble trend) {
        boolean collapsed = trend.isPresent() && trend.getAsDouble() <= collapse;
        UnitEconomics.Change change = new UnitEconomics.Change(
                held.leaving(collapsed),
                known.tenure(held),
                held.cancelDay() != null,
                collapsed ? config.collapseOdds() : 1);
        double evidence = collapsed ? Math.min(2, collapse / Math.max(1e-9, trend.getAsDouble())) : 1;
        Map<String, Object> figures = Reasons.leaving(held, trend);
        double saving = Math.max(0, saving(item, lower));
        figures.put("anchor", item.id());
        figures.put("product", lower.id());
        figures.put("units", Math.round(held.leaving(collapsed)));
        figures.put("cheaper", saving > 0 ? "yes" : "no");
        figures.put("saving", held.leaving(collapsed) * saving);
        return new Proposal(
                OfferType.DOWNSELL,
                Subject.product(lower.id()),
                item.id(),
                known.timing().now(Trigger.CANCEL_RISK),
                evidence,
                new Reason("step_down", figures),
                null,
                known.gains().change(item, lower, change));
    }

    private static double saving(Item from, Item to) {
        double saving = from.comparablePrice() - to.comparablePrice();
        return Double.isNaN(saving) ? 0 : saving;
    }

    /** The trend of a product's use, the median of its metrics. */
    static OptionalDouble trend(Target target, String productId) {
        double[] trends = target.uses(productId).stream()
                .filter(u -> u.trend() != null)
                .mapToDouble(Target.Use::trend)
                .sorted()
                .toArray();
        int n = trends.length;
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((trends[(n - 1) / 2] + trends[n / 2]) / 2);
    }
}
