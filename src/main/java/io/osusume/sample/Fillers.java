package io.osusume.sample;

import io.osusume.tables.Billing;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The long tail of big worlds: {@code fillerProducts} plain products in categories of fifty. Each customer cares for
 * three categories; about every second order has one product from them, the popular ones more often.
 */
final class Fillers {
    private static final int CATEGORY = 50;
    private static final double PER_ORDER = .5;

    private Fillers() {}

    static Stream<Product> all(SampleConfig config) {
        return IntStream.range(0, config.fillerProducts()).mapToObj(number -> product(config.theme(), number));
    }

    static List<Product> draw(World world, CustomerPlan plan, Dice dice) {
        int count = world.config().fillerProducts();
        if (count == 0 || !dice.chance(PER_ORDER)) {
            return List.of();
        }
        int categories = (count + CATEGORY - 1) / CATEGORY;
        int favourite = Math.floorMod(plan.number() * 31 + dice.between(0, 2) * 7L, categories);
        double u = dice.nextDouble();
        int place = (int) (CATEGORY * u * u * u);
        return List.of(product(world.config().theme(), Math.min(count - 1, favourite * CATEGORY + place)));
    }

    private static Product product(Theme theme, int number) {
        int price = 300 + (int) ((number * 7919L) % 97) * 100;
        String id = Ids.of(theme == Theme.MAIN ? "X" : "9", number);
        return new Product(
                id,
                id,
                "Article " + number,
                "range " + number / CATEGORY,
                "",
                0,
                price,
                price * 6 / 10,
                Billing.ONE_TIME,
                false,
                "",
                0,
                "",
                "",
                "",
                0,
                0,
                "");
    }
}
