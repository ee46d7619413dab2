package io.osusume.sample;

import io.osusume.tables.OfferType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** All that is decided about one customer: who, which services and contracts, which past offers and what became of them. */
record Life(
        World world,
        CustomerPlan plan,
        List<Signing> signings,
        List<Contract> contracts,
        List<Trial> trials,
        Optional<BuyingRhythm> rhythm) {

    static Life of(World world, long number) {
        CustomerPlan plan = CustomerPlan.of(world, number);
        List<Signing> signings = new ArrayList<>(Services.of(world, plan));
        ContractHistory maker = new ContractHistory(world, plan);
        List<Contract> contracts = maker.from(signings);
        Optional<BuyingRhythm> rhythm = BuyingRhythm.of(world, plan);
        List<Trial> trials = OfferTrials.of(world, plan, contracts, rhythm);
        trials.stream()
                .filter(trial -> trial.taken() && world.period().covers(trial.takenAt()))
                .forEach(trial -> take(trial, maker, signings, contracts));
        return new Life(world, plan, signings, contracts, trials, rhythm);
    }

    private static void take(Trial trial, ContractHistory maker, List<Signing> signings, List<Contract> contracts) {
        Product product = trial.product();
        switch (trial.offerType()) {
            case UPSELL, DOWNSELL -> changePlan(trial, signings, contracts);
            case SUBSCRIBE -> contracts.add(maker.contract(product, trial.takenAt()));
            default -> {
                if (product.recurring()) {
                    signings.add(new Signing(trial.takenAt(), List.of(product)));
                    contracts.add(maker.contract(product, trial.takenAt()));
                }
            }
        }
    }

    private static void changePlan(Trial trial, List<Signing> signings, List<Contract> contracts) {
        LocalDateTime at = trial.takenAt();
        OptionalInt place = IntStream.range(0, contracts.size())
                .filter(i -> contracts
                        .get(i)
                        .product()
                        .family()
                        .equals(trial.product().family()))
                .findFirst();
        Contract old = contracts.get(place.orElseThrow());
        contracts.set(place.getAsInt(), old.endedAt(at));
        contracts.add(old.changedTo(trial.product(), at));
        signings.add(new Signing(at, List.of(trial.product())));
    }

    /** When deliveries of the rhythm's consumable pass into a subscription, or the end of the world. */
    LocalDateTime rhythmEnds() {
        return trials.stream()
                .filter(trial -> trial.offerType() == OfferType.SUBSCRIBE && trial.taken())
                .map(Trial::takenAt)
                .findFirst()
                .orElse(world.period().endExclusive());
    }

    /** Whether all orders come from the MBG/NBD process, so that its parameters can be recovered from them. */
    boolean buysOnlyAtWill() {
        return plan.first() != null
                && rhythm.isEmpty()
                && signings.isEmpty()
                && trials.stream().noneMatch(Trial::taken);
    }
}
