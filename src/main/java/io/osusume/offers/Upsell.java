package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.config.OffersConfig;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Candidates to upsell: the next tier above the highest that the target owns of a family, where something asks for it: use at
 * the limit, or on its way there; the heaviest use; interest in a higher tier, its specification asked for included; or an
 * account whose people look into one.
 */
final class Upsell implements Proposer {
    private final OffersConfig.Upsell config;
    private final Knowledge known;
    private final ProjectedUse projected;

    Upsell(OffersConfig.Upsell config, Knowledge known) {
        this.config = config;
        this.known = known;
        this.projected = new ProjectedUse(config.projectDays());
    }

    @Override
    public List<Proposal> propose(Target target) {
        List<Proposal> proposals = new ArrayList<>();
        for (Holding held : Ladders.tops(target, known.catalogue())) {
            Item item = known.catalogue().item(held.productId());
            Item next = known.catalogue().item(item.ladder().higher());
            if (next != null && !KeepTrial.isOnTrial(target, item)) {
                ask(target, new Step(held, item, next)).ifPresent(proposals::add);
            }
        }
        return proposals;
    }

    private Optional<Proposal> ask(Target target, Step step) {
        if (target.isAccount()) {
            return accountAsks(target, step);
        }
        return limit(target, step)
                // More was asked for than the limit allows; a trial that costs nothing ends.
                .or(() -> told(target, step, Sign.Kind.LIMIT_REFUSED, Trigger.USAGE_LIMIT, "limit_refused"))
                .or(() -> step.from().costs()
                        ? Optional.empty()
                        : told(target, step, Sign.Kind.TRIAL_ENDS, Trigger.RENEWAL, "trial_ends"))
                .or(() -> heavy(target, step))
                .or(() -> interest(target, step));
    }

    private Optional<Proposal> limit(Target target, Step step) {
        Item item = step.from();
        Item next = step.to();
        return target.uses(item.id()).stream()
                .filter(u -> u.utilisation() != null)
                .max(Comparator.comparing((Target.Use u) -> projected.of(u)).thenComparing(Target.Use::metric))
                .filter(u -> u.utilisation() >= config.usageLimitRatio() || projected.of(u) >= 1)
                .map(u -> {
                    boolean near = u.utilisation() >= config.usageLimitRatio();
                    Map<String, Object> figures = new TreeMap<>(Map.of(
                            "anchor", item.id(),
                            "product", next.id(),
                            "unit", u.metric(),
                            "percent", Reasons.percent(u.utilisation()),
                            "from", Reasons.percent(config.usageLimitRatio()),
                            "full", u.utilisation() >= 1 ? "yes" : "no"));
                    if (!near) {
                        figures.put("days", (int) Math.ceil((1 - u.utilisation()) / ProjectedUse.growth(u)));
                    }
                    Reason reason = new Reason(near ? "near_limit" : "will_reach_limit", figures);
                    double evidence = Math.max(u.utilisation(), projected.of(u)) / config.usageLimitRatio();
                    return proposal(step, Trigger.USAGE_LIMIT, evidence, reason);
                });
    }

    /** What a sign of some day says of what is had, whatever a usage feed says. */
    private Optional<Proposal> told(Target target, Step step, Sign.Kind kind, Trigger trigger, String code) {
        return Sign.day(target, kind, step.from().id())
                .filter(day -> known.timing().at(trigger, day) != null)
                .map(day -> {
                    Map<String, Object> figures = Map.of(
                            "anchor", step.from().id(),
                            "product", step.to().id(),
                            "date", LocalDate.ofEpochDay(day));
                    return proposal(step, known.timing().at(trigger, day), 1, new Reason(code, figures));
                });
    }

    private Optional<Proposal> heavy(Target target, Step step) {
        Item item = step.from();
        return target.uses(item.id()).stream()
                .filter(u -> u.utilisation() == null && u.use28d() > 0)
                .filter(u -> u.use28d() >= item.observed().heavyUse().getOrDefault(u.metric(), Double.MAX_VALUE))
                .max(Comparator.comparing(Target.Use::use28d).thenComparing(Target.Use::metric))
                .map(u -> {
                    double evidence = u.use28d()
                            / Math.max(1e-9, item.observed().heavyUse().get(u.metric()));
                    Map<String, Object> figures = Map.of(
                            "anchor", item.id(),
                            "product", step.to().id(),
                            "amount", Reasons.tenths(u.use28d()),
                            "mark", Reasons.tenths(item.observed().heavyUse().get(u.metric())),
                            "unit", u.metric());
                    return proposal(step, Trigger.HEAVY_SPEND, evidence, new Reason("heavy_use", figures));
                });
    }

    /** Interest in any higher tier of the ladder; the nearest one is offered. */
    private Optional<Proposal> interest(Target target, Step step) {
        Item item = step.from();
        List<Target.Interested> asked = target.interests().stream()
                .filter(i -> isHigher(i.productId(), item))
                .toList();
        double sum = asked.stream().mapToDouble(Target.Interested::interest).sum();
        if (sum < known.minInterest()) {
            return Optional.empty();
        }
        int lastDay = asked.stream().mapToInt(Target.Interested::lastDay).max().orElseThrow();
        Map<String, Long> looked = new TreeMap<>();
        asked.stream().filter(i -> i.events() > 0).forEach(i -> looked.put(i.productId(), i.events()));
        Moment moment = known.timing().at(Trigger.INTEREST, lastDay);
        Map<String, Object> figures = Map.of(
                "anchor", item.id(),
                "product", step.to().id(),
                "looked", looked,
                "some", looked.isEmpty() ? "no" : "yes",
                "date", LocalDate.ofEpochDay(lastDay),
                "interest", Reasons.hundredths(sum),
                "least", Reasons.hundredths(known.minInterest()));
        return moment == null
                ? Optional.empty()
                : Optional.of(proposal(step, moment, sum / known.minInterest(), new Reason("compared", figures)));
    }

    private boolean isHigher(String productId, Item item) {
        Item other = known.catalogue().item(productId);
        return other != null && other.sameFamily(item) && other.tier() != null && other.tier() > item.tier();
    }

    private Optional<Proposal> accountAsks(Target account, Step step) {
        Surge surge = account.surge();
        return surge == null
                ? Optional.empty()
                : surge.interests().stream()
                        .filter(i -> isHigher(i.productId(), step.from()))
                        .findFirst()
                        .map(i -> proposal(
                                step,
                                Trigger.ACCOUNT_SURGE,
                                Surge.evidence(i),
                                CrossSellToAccount.reason(step.to(), surge, i)));
    }

    /** One step up a ladder. */
    private record Step(Holding held, Item from, Item to) {}

    private Proposal proposal(Step step, Trigger trigger, double evidence, Reason reason) {
        return proposal(step, known.timing().now(trigger), evidence, reason);
    }

    private Proposal proposal(Step step, Moment moment, double evidence, Reason reason) {
        Holding held = step.held();
        UnitEconomics.Change change =
                UnitEconomics.Change.of(held.replaced(), known.tenure(held)).ending(known.endsInDays(held));
        return new Proposal(
                OfferType.UPSELL,
                Subject.product(step.to().id()),
                step.from().id(),
                moment,
                evidence,
                reason,
                null,
                step.to().recurring()
                        ? known.gains()
                                .change(
                                        held.paid(step.from()),
                                        step.to().every(held.pay().period()),
                                        change)
                        : known.gains().sale(step.to()));
    }
}
