package io.osusume.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A consumable that one customer buys again and again.
 *
 * @param days mean days between purchases at the start, with a spread of 12 %
 * @param shrink factor on the interval after each purchase: 1, or below 1 for ever more often
 */
record BuyingRhythm(Product product, LocalDateTime started, double days, double shrink) {
    static final double SHARE = .18;
    private static final double STOP = .04;

    static Optional<BuyingRhythm> of(World world, CustomerPlan plan) {
        Dice dice = world.dice(plan.number(), "rhythm");
        if (plan.lines().isEmpty() || !dice.chance(SHARE)) {
            return Optional.empty();
        }
        BusinessLine.Lead lead = dice.pick(BusinessLine.RHYTHMS);
        Product product = world.product(lead.role());
        LocalDateTime started = plan.joined().plusDays(dice.between(0, 60));
        if (!product.onSale(started.toLocalDate(), world.period().last())) {
            return Optional.empty();
        }
        return Optional.of(
                new BuyingRhythm(product, started, lead.number() * dice.wobble(.2), dice.chance(.15) ? .93 : 1));
    }

    /** When it is bought, until the world ends, the customer stops (4 % after each) or subscribes. */
    List<LocalDateTime> purchases(Dice dice, LocalDateTime until) {
        List<LocalDateTime> times = new ArrayList<>();
        double interval = days;
        LocalDateTime next = started;
        while (next.isBefore(until)) {
            times.add(next);
            if (dice.chance(STOP)) {
                break;
            }
            next = next.plusDays(Math.max(1, Math.round(interval * dice.wobble(.12))));
            interval = Math.max(7, interval * shrink);
        }
        return times;
    }
}
