package io.osusume.sample;

import io.osusume.tables.OfferType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Goods that one customer buys at will. Times follow MBG/NBD: waiting times exponential at the customer's own rate, and
 * after each order the customer leaves for good with the customer's own probability. Associated products come in the
 * same order or in the next one, so that they add no orders of their own.
 */
final class ShoppingTrips {
    private final Life life;
    private final World world;
    private final Dice dice;
    private final Set<Product> owned = new HashSet<>();
    private final Set<Product> offered = new HashSet<>();
    private Set<Product> wishes = new LinkedHashSet<>();

    private ShoppingTrips(Life life) {
        this.life = life;
        this.world = life.world();
        this.dice = world.dice(life.plan().number(), "trips");
        life.trials().stream()
                .filter(trial -> trial.offerType() == OfferType.CROSS_SELL)
                .forEach(trial -> offered.add(trial.product()));
    }

    static List<Purchase> of(Life life) {
        return life.plan().lines().isEmpty() ? List.of() : new ShoppingTrips(life).trips();
    }

    private List<Purchase> trips() {
        CustomerPlan plan = life.plan();
        List<Purchase> trips = new ArrayList<>();
        LocalDateTime at = plan.joined();
        double day = world.period().dayOf(at);
        Product lead = plan.first();
        while (world.period().covers(at)) {
            trips.add(new Purchase(at, basket(lead)));
            if (dice.chance(plan.dropout())) {
                break;
            }
            day += Math.max(.05, dice.exponential(1 / plan.ordersPerDay()));
            at = later(world.period().at(day, dice), at);
            lead = lead(at);
        }
        return trips;
    }

    private static LocalDateTime later(LocalDateTime at, LocalDateTime before) {
        return at.isAfter(before) ? at : before.plusMinutes(7);
    }

    private Product lead(LocalDateTime at) {
        BusinessLine line = dice.pick(life.plan().lines());
        Product lead = world.product(line.draw(dice));
        boolean possible = lead.onSale(at.toLocalDate(), world.period().last());
        return wanted(lead) && possible ? lead : world.product(line.staple());
    }

    /** The lead, what comes with it, and the wishes left from the order before. */
    private List<Product> basket(Product lead) {
        Basket basket =
                owned.isEmpty() ? Basket.first(world, life.plan()) : Basket.around(world, lead, this::wanted, dice);
        Set<Product> products = new LinkedHashSet<>(basket.products());
        products.addAll(wishes);
        wishes = new LinkedHashSet<>(basket.wishes());
        wishes.removeAll(products);
        wishes.removeAll(offered);
        owned.addAll(products);
        return List.copyOf(products);
    }

    /** Not owned already, and not offered: whether an offered product is bought was drawn with the offer. */
    private boolean wanted(Product product) {
        return !offered.contains(product) && (repeatable(product) || !owned.contains(product));
    }

    private static boolean repeatable(Product product) {
        return product.consumable() || product.price() < 2_000;
    }
}
