package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.config.OffersConfig;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Candidates to downsell: alternatives to a contract that is to be cancelled or whose use has collapsed, of customers at risk; and
 * of one whose price was said to be the trouble.
 *
 * <p>Who stays on the present plan: at the next renewal {@code ltv.contracts.stays_after_request} of them when a cancellation
 * was requested; the odds of staying over a year are multiplied by {@code collapse_odds} when use has collapsed, or the price is
 * the trouble.
 */
final class Downsell implements Proposer {
    /** So much below its list price a price is still that one, rounded. */
    private static final double LISTED = 0.01;

    private final int steps;
    private final int pauseDays;
    private final double collapseOdds;
    private final double collapse;
    private final Knowledge known;
    private final Alternatives alternatives;

    /** @param collapse the usage trend at or below which use has collapsed */
    Downsell(OffersConfig.Downsell config, double collapse, Knowledge known) {
        this.steps = config.steps();
        this.pauseDays = config.pauseDays();
        this.collapseOdds = config.collapseOdds();
        this.collapse = collapse;
        this.known = known;
        this.alternatives = new Alternatives(known.catalogue(), config.pauseDays());
    }

    @Override
    public List<Proposal> propose(Target target) {
        List<Proposal> proposals = new ArrayList<>();
        if (target.isAccount()) {
            return proposals;
        }
        for (Holding held : target.held()) {
            Item item = known.catalogue().item(held.productId());
            if (held.contract() && item != null) {
                Worry worry = worry(target, held);
                if (worry.moment() != null) {
                    proposals.addAll(steps(target, held, held.paid(item), worry));
                }
            }
        }
        return proposals;
    }

    /**
     * Why somebody may leave a plan.
     *
     * @param moment null where nothing tells it
     * @param priceDay when the price was said to be the trouble; null: never
     */
    private record Worry(Moment moment, OptionalDouble trend, boolean collapsed, Integer priceDay) {}

    private Worry worry(Target target, Holding held) {
        OptionalDouble trend = trend(target, held.productId());
        boolean collapsed = trend.isPresent() && trend.getAsDouble() <= collapse;
        boolean leaving = target.segment() == Segment.AT_RISK && (held.cancelDay() != null || collapsed);
        Integer price = Sign.day(target, Sign.Kind.PRICE_WISH, held.productId()).orElse(null);
        Moment wished = known.timing().at(Trigger.INTEREST, price);
        return new Worry(
                leaving ? known.timing().now(Trigger.CANCEL_RISK) : wished,
                trend,
                collapsed,
                wished == null ? null : price);
    }

    /** So many as were not declined yet, the gentlest first; those that were declined are told beside them. */
    private List<Proposal> steps(Target target, Holding held, Item paid, Worry worry) {
        List<Proposal> proposals = new ArrayList<>();
        int open = 0;
        for (Alternatives.Alternative alternative :
                alternatives.of(paid, held.pay().period())) {
            if (open < steps) {
                Proposal step = proposal(held, paid, alternative, worry, proposals.size() + 1);
                proposals.add(step);
                open += declined(target, step) ? 0 : 1;
            }
        }
        return proposals;
    }

    private static boolean declined(Target target, Proposal step) {
        return target.past().stream()
                .anyMatch(p -> p.event() == OfferEventType.DECLINED
                        && p.offerType() == OfferType.DOWNSELL
                        && Guardrails.isAbout(p, step));
    }

    private Proposal proposal(Holding held, Item item, Alternatives.Alternative to, Worry worry, int step) {
        boolean unsure = worry.collapsed() || worry.priceDay() != null;
        UnitEconomics.Change change = new UnitEconomics.Change(
                held.leaving(worry.collapsed()),
                known.tenure(held),
                held.cancelDay() != null,
                unsure ? collapseOdds : 1);
        double evidence = worry.collapsed()
                ? Math.min(2, collapse / Math.max(1e-9, worry.trend().getAsDouble()))
                : 1;
        boolean pause = to.kind() == Alternatives.Kind.PAUSE;
        return new Proposal(
                OfferType.DOWNSELL,
                Subject.product(to.to().id()),
                item.id(),
                worry.moment(),
                evidence,
                new Reason(to.kind().code(), figures(held, item, to.to(), worry, step)),
                null,
                pause
                        ? known.gains().pause(item, change, pauseDays)
                        : known.gains().change(item, to.to(), change));
    }

    private Map<String, Object> figures(Holding held, Item item, Item to, Worry worry, int step) {
        Map<String, Object> figures = Reasons.leaving(held, worry.trend());
        double units = held.leaving(worry.collapsed());
        double saving = saving(item, to);
        if (worry.priceDay() != null && held.cancelDay() == null) {
            figures.put("why", "price");
            figures.put("date", LocalDate.ofEpochDay(worry.priceDay()));
        }
        figures.put("anchor", item.id());
        figures.put("product", to.id());
        figures.put("units", Math.round(units));
        figures.put("cheaper", saving > 0 && compares(held, item, to) ? "yes" : "no");
        figures.put("saving", units * Math.max(0, saving));
        figures.put("dearer", saving < 0 ? "yes" : "no");
        figures.put("more", units * Math.max(0, -saving));
        figures.put("days", pauseDays);
        figures.put(Order.STEP, step);
        return figures;
    }

    /**
     * Whether what another plan would cost is known as well as what is paid: not where less is paid than others do in that period, by
     * agreement, nor where of one of the two plans nobody knows what it costs so. No amount may be told then.
     */
    private boolean compares(Holding held, Item paid, Item to) {
        String period = held.pay().period();
        Item usual = known.catalogue().item(paid.id());
        return paid.comparablePrice() >= (1 - LISTED) * usual.every(period).comparablePrice()
                && usual.paidEvery(period) == to.paidEvery(period);
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
