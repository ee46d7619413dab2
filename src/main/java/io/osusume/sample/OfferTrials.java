package io.osusume.sample;

import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The past offers to one customer, with outcomes drawn from {@link PlantedAcceptance}. */
final class OfferTrials {
    private final World world;
    private final CustomerPlan plan;
    private final Dice dice;
    private final boolean control;
    private final Set<Product> taboo = new HashSet<>();
    private final List<Trial> trials = new ArrayList<>();

    private OfferTrials(World world, CustomerPlan plan, List<Contract> contracts) {
        this.world = world;
        this.plan = plan;
        this.dice = world.dice(plan.number(), "trials");
        this.control = dice.chance(PlantedAcceptance.CONTROL_SHARE);
        contracts.forEach(contract -> taboo.add(contract.product()));
    }

    static List<Trial> of(World world, CustomerPlan plan, List<Contract> contracts, Optional<BuyingRhythm> rhythm) {
        OfferTrials trials = new OfferTrials(world, plan, contracts);
        if (Boolean.TRUE.equals(plan.consent())) {
            trials.goods();
            contracts.forEach(trials::services);
            contracts.forEach(trials::otherTier);
            rhythm.ifPresent(trials::subscription);
            trials.bundle();
        }
        return trials.trials;
    }

    private void goods() {
        List<Product> related = notYetBought();
        if (related.isEmpty() || plan.lines().get(0) == BusinessLine.FOOD || !dice.chance(.95)) {
            return;
        }
        Product product = dice.pick(related);
        double u = dice.nextDouble();
        if (u < .6) {
            offer(
                    OfferType.CROSS_SELL,
                    Trigger.POST_PURCHASE,
                    product,
                    plan.joined().plusDays(dice.between(2, 7)));
        } else if (u < .8) {
            offer(OfferType.CROSS_SELL, Trigger.INTEREST, product, plan.joined().plusDays(dice.between(10, 60)));
        } else {
            offer(OfferType.CROSS_SELL, Trigger.NONE, product, plan.joined().plusDays(dice.between(20, 200)));
        }
    }

    private List<Product> notYetBought() {
        if (plan.first() == null) {
            return List.of();
        }
        List<Product> bought = Basket.first(world, plan).products();
        return Association.from(plan.first()).stream()
                .map(association -> world.product(association.consequent()))
                .filter(product -> !bought.contains(product))
                .toList();
    }

    private void services(Contract contract) {
        List<Association> related = Association.from(contract.product());
        if (related.isEmpty() || !dice.chance(.8)) {
            return;
        }
        Product product = world.product(dice.pick(related).consequent());
        if (taboo.add(product) && product.recurring()) {
            Trigger trigger =
                    dice.pick(List.of(Trigger.RENEWAL, Trigger.ONBOARDING_DONE, Trigger.INTEREST, Trigger.NONE));
            offer(OfferType.CROSS_SELL, trigger, product, contract.started().plusDays(dice.between(20, 300)));
        }
    }

    private void otherTier(Contract contract) {
        if (!contract.active()) {
            world.catalogue()
                    .lowerTier(contract.product())
                    .filter(lower -> dice.chance(.8))
                    .ifPresent(lower -> offer(
                            OfferType.DOWNSELL,
                            Trigger.CANCEL_RISK,
                            lower,
                            contract.ended().minusDays(dice.between(11, 16))));
        } else if (!contract.collapsed()) {
            world.catalogue()
                    .nextTier(contract.product())
                    .filter(next -> dice.chance(.8))
                    .ifPresent(next -> offer(OfferType.UPSELL, upsellTrigger(contract), next, whileRunning(contract)));
        }
    }

    private LocalDateTime whileRunning(Contract contract) {
        return contract.started().plusDays(dice.between(30, 300));
    }

    private Trigger upsellTrigger(Contract contract) {
        if (contract.nearLimit()) {
            return Trigger.USAGE_LIMIT;
        }
        return contract.heavySpend()
                ? Trigger.HEAVY_SPEND
                : dice.pick(List.of(Trigger.INTEREST, Trigger.INTEREST, Trigger.NONE));
    }

    private void subscription(BuyingRhythm rhythm) {
        if (dice.chance(.85)) {
            Trigger trigger = dice.chance(.7) ? Trigger.REPLENISHMENT : Trigger.NONE;
            offer(
                    OfferType.SUBSCRIBE,
                    trigger,
                    rhythm.product(),
                    rhythm.started().plusDays(dice.between(60, 200)));
        }
    }

    private void bundle() {
        if (plan.lines().contains(BusinessLine.FOOD) && dice.chance(.6)) {
            Trigger trigger = dice.pick(List.of(Trigger.POST_PURCHASE, Trigger.NONE));
            offer(
                    OfferType.BUNDLE,
                    trigger,
                    world.product("drink"),
                    plan.joined().plusDays(dice.between(5, 250)));
        }
    }

    private void offer(OfferType type, Trigger trigger, Product product, LocalDateTime offered) {
        if (offered.isBefore(plan.joined()) || !world.period().covers(offered)) {
            return;
        }
        double p = control ? PlantedAcceptance.ANYWAY : PlantedAcceptance.probability(type, trigger, plan.segment());
        boolean taken = dice.chance(p);
        LocalDateTime takenAt = offered.plusHours(dice.between(1, 230));
        trials.add(new Trial(type, trigger, product, offered, control, taken, taken ? takenAt : null));
    }
}
