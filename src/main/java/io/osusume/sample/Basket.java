package io.osusume.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What one at-will order is about: a lead product, what is planted to come with it, and what is planted to come with the
 * next order.
 */
record Basket(List<Product> products, List<Product> wishes) {

    static Basket around(World world, Product lead, Predicate<Product> possible, Dice dice) {
        List<Product> products = new ArrayList<>(List.of(lead));
        List<Product> wishes = new ArrayList<>();
        for (Association association : Association.from(lead)) {
            Product product = world.product(association.consequent());
            if (possible.test(product)) {
                if (dice.chance(association.together())) {
                    products.add(product);
                } else if (dice.chance(association.later())) {
                    wishes.add(product);
                }
            }
        }
        return new Basket(products, wishes);
    }

    /** The customer's first order: known before past offers are drawn, since nobody was offered what was in it. */
    static Basket first(World world, CustomerPlan plan) {
        return around(world, plan.first(), product -> true, world.dice(plan.number(), "first order"));
    }
}
