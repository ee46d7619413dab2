package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.config.OffersConfig;
import io.osusume.offers.Proposal.Gain;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.stats.Discount;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Candidates to subscribe: consumables bought in a rhythm that is steady enough to tell, does not slow down and has not
 * stopped, dated about the predicted next need ({@link Rhythm}).
 *
 * <p>ΔLTV = u · (k_with · (margin − discount · price) − k_without · margin): u the purchases of one unit within the horizon at
 * the predicted interval, k the share of them that is bought here with and without the subscription.
 */
final class Subscribe implements Proposer {
    /** The least speed-up, as the first fitted interval ÷ the last: below, the rhythm is slowing down, beyond its usual jitter. */
    private static final double SLOWEST = 0.8;

    private final OffersConfig.Subscribe config;
    private final Knowledge known;

    Subscribe(OffersConfig.Subscribe config, Knowledge known) {
        this.config = config;
        this.known = known;
    }

    @Override
    public List<Proposal> propose(Target target) {
        List<Proposal> proposals = new ArrayList<>();
        for (Holding held : target.held()) {
            Item item = known.catalogue().item(held.productId());
            if (!target.isAccount()
                    && item != null
                    && item.terms().consumable()
                    && item.terms().onSale()
                    && !held.contract()
                    && held.rhythm() != null
                    && held.rhythm().speedUp() >= SLOWEST) {
                proposals.add(proposal(item, held.rhythm()));
            }
        }
        return proposals;
    }

    private Proposal proposal(Item item, Rhythm rhythm) {
        Timing timing = known.timing();
        Map<String, Object> figures = new TreeMap<>();
        figures.put("product", item.id());
        figures.put("days", Math.round(rhythm.intervalDays()));
        figures.put("date", LocalDate.ofEpochDay(rhythm.needDay()));
        figures.put("due", rhythm.needDay() > timing.tomorrow() ? "later" : "now");
        figures.put("share", Reasons.percent(config.discount()));
        figures.put("intervals", rhythm.intervals());
        figures.put("variation", Reasons.percent(rhythm.variation()));
        figures.put("needed", Reasons.percent(rhythm.needed()));
        return new Proposal(
                OfferType.SUBSCRIBE,
                Subject.product(item.id()),
                item.id(),
                timing.best(timing.at(Trigger.REPLENISHMENT, rhythm.needDay())).until(rhythm.needDay()),
                rhythm.speedUp(),
                new Reason("runs_out", figures),
                null,
                gain(item, rhythm));
    }

    private Gain gain(Item item, Rhythm rhythm) {
        if (item.price() == null) {
            return Gain.NOTHING;
        }
        double price = item.price().doubleValue();
        double units = known.gains().horizonYears() * Discount.DAYS_PER_YEAR / rhythm.intervalDays();
        double value = units
                * (config.keptWith() * (item.margin() - config.discount() * price)
                        - config.keptWithout() * item.margin());
        BigDecimal reduced =
                item.price().multiply(BigDecimal.valueOf(1 - config.discount())).setScale(4, RoundingMode.HALF_UP);
        return new Gain(reduced, 0, value);
    }
}
