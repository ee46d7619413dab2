package io.osusume.sample;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which services one customer signs for, and when: software, bank, streaming, storage. */
final class Services {
    private final World world;
    private final CustomerPlan plan;
    private final Dice dice;
    private final Set<Product> signed = new HashSet<>();
    private final List<Signing> signings = new ArrayList<>();

    private Services(World world, CustomerPlan plan) {
        this.world = world;
        this.plan = plan;
        this.dice = world.dice(plan.number(), "services");
    }

    static List<Signing> of(World world, CustomerPlan plan) {
        Services services = new Services(world, plan);
        if (plan.member() == null) {
            services.privately();
        } else if (plan.member().buyer()) {
            services.forBusiness(.6, .7);
        }
        return services.signings;
    }

    private void privately() {
        if (dice.chance(.28)) {
            sign("deposit");
        } else if (dice.chance(.15)) {
            sign("card-free");
        }
        if (dice.chance(.10)) {
            sign(ladder("studio-basic", "studio-plus", "studio-premium"));
        }
        if (dice.chance(.10)) {
            sign(ladder("stream-monthly", "stream-monthly", "stream-annual"));
        }
        if (dice.chance(.10)) {
            sign(ladder("storage-100", "storage-500", "storage-2000"));
        }
        if (dice.chance(.15)) {
            forBusiness(.7, .4);
        }
    }

    private void forBusiness(double accounting, double workspace) {
        if (dice.chance(accounting)) {
            sign(ladder("acct-standard", "acct-standard", "acct-plus"));
        }
        if (dice.chance(workspace)) {
            sign(ladder("ws-basic", "ws-team", "ws-enterprise"));
        }
    }

    private String ladder(String low, String middle, String high) {
        double u = dice.nextDouble();
        return u < .6 ? low : u < .9 ? middle : high;
    }

    private void sign(String role) {
        int joined = world.period().dayOf(plan.joined());
        signAt(world.period().at(joined + dice.between(0, 120), dice), List.of(world.product(role)));
    }

    /** One order with all that comes together; what comes later is signed 5 to 50 days after. */
    private void signAt(LocalDateTime at, List<Product> wanted) {
        if (!world.period().covers(at)) {
            return;
        }
        List<Product> together = new ArrayList<>();
        List<Product> later = new ArrayList<>();
        List<Product> open = new ArrayList<>(wanted);
        while (!open.isEmpty()) {
            Product product = open.remove(0);
            if (signed.add(product)) {
                together.add(product);
                follow(product, open, later);
            }
        }
        if (!together.isEmpty()) {
            signings.add(new Signing(at, together));
        }
        later.forEach(product ->
                signAt(world.period().at(world.period().dayOf(at) + dice.between(5, 50), dice), List.of(product)));
    }

    private void follow(Product product, List<Product> together, List<Product> later) {
        for (Association association : Association.from(product)) {
            Product consequent = world.product(association.consequent());
            if (dice.chance(association.together())) {
                together.add(consequent);
            } else if (dice.chance(association.later())) {
                later.add(consequent);
            }
        }
    }
}
