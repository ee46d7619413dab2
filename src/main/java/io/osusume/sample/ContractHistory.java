package io.osusume.sample;

import io.osusume.tables.Billing;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The contracts that follow from signings. Retention is shifted-beta-geometric: each contract draws its own probability
 * of leaving per billing period, Beta(1, 24) a month or Beta(1, 3) a year, and leaves at the end of a period.
 */
final class ContractHistory {
    static final double MONTHLY_A = 1;
    static final double MONTHLY_B = 24;
    static final double ANNUAL_A = 1;
    static final double ANNUAL_B = 3;

    private final World world;
    private final String customerId;
    private final Dice dice;

    ContractHistory(World world, CustomerPlan plan) {
        this.world = world;
        this.customerId = plan.id();
        this.dice = world.dice(plan.number(), "contracts");
    }

    List<Contract> from(List<Signing> signings) {
        List<Contract> contracts = new ArrayList<>();
        for (Signing signing : signings) {
            for (Product product : signing.products()) {
                if (product.recurring()) {
                    contracts.add(contract(product, signing.at()));
                }
            }
        }
        return contracts;
    }

    Contract contract(Product product, LocalDateTime started) {
        LocalDateTime ended = end(product, started);
        double level = level(product);
        if (ended != null) {
            LocalDateTime requested = latest(started, ended.minusDays(dice.between(5, 25)));
            return new Contract(customerId, product, started, ended, requested, level, false);
        }
        boolean old = started.isBefore(world.period().daysAgo(130));
        boolean collapsed = old && product.measured() && dice.chance(.06);
        boolean leaving = collapsed ? dice.chance(.5) : dice.chance(.005);
        LocalDateTime requested = leaving ? latest(started, world.period().daysAgo(dice.between(1, 20))) : null;
        return new Contract(customerId, product, started, null, requested, level, collapsed);
    }

    private LocalDateTime end(Product product, LocalDateTime started) {
        boolean monthly = product.billing() != Billing.ANNUAL;
        double leave = monthly ? dice.beta(MONTHLY_A, MONTHLY_B) : dice.beta(ANNUAL_A, ANNUAL_B);
        for (int periods = 1; ; periods++) {
            LocalDateTime end = monthly ? started.plusMonths(periods) : started.plusYears(periods);
            if (!world.period().covers(end)) {
                return null;
            }
            if (dice.chance(leave)) {
                return end;
            }
        }
    }

    private double level(Product product) {
        if (product.levelMetric()) {
            return dice.chance(.25) ? .92 + .08 * dice.nextDouble() : .15 + .6 * dice.nextDouble();
        }
        return switch (product.metric()) {
            case "spend" ->
                dice.chance(.12)
                        ? Contract.HEAVY_SPEND * (1.1 + dice.nextDouble())
                        : 8_000 * StrictMath.exp(.6 * dice.nextGaussian());
            case "hours" -> dice.gamma(4, 1);
            default -> 3 + dice.gamma(4, 2.5);
        };
    }

    private static LocalDateTime latest(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }
}
