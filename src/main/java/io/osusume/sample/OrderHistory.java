package io.osusume.sample;

import io.osusume.tables.OfferType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** All orders of one customer: trips, rhythm, signings, accepted offers, then returns and the ends of contracts. */
final class OrderHistory {
    private static final double RETURNED = .015;
    private static final List<String> CHANNELS = List.of("web", "web", "web", "store", "app");

    private final Life life;
    private final World world;
    private final Dice dice;
    private final List<OrderLine> lines = new ArrayList<>();
    private int orders;

    private OrderHistory(Life life) {
        this.life = life;
        this.world = life.world();
        this.dice = world.dice(life.plan().number(), "orders");
    }

    static Stream<Row> rows(Life life) {
        return of(life).stream().map(OrderLine::row);
    }

    static List<OrderLine> of(Life life) {
        OrderHistory history = new OrderHistory(life);
        history.purchases().forEach(history::checkout);
        List.copyOf(history.lines).forEach(history::maybeReturn);
        life.contracts().stream().filter(contract -> !contract.active()).forEach(history::end);
        return history.lines;
    }

    private List<Purchase> purchases() {
        List<Purchase> all = new ArrayList<>(ShoppingTrips.of(life));
        life.rhythm().ifPresent(rhythm -> rhythm.purchases(dice, life.rhythmEnds())
                .forEach(at -> all.add(new Purchase(at, List.of(rhythm.product())))));
        life.signings().forEach(signing -> all.add(new Purchase(signing.at(), signing.products())));
        life.trials().stream().flatMap(trial -> taken(trial).stream()).forEach(all::add);
        return all.stream()
                .filter(purchase -> world.period().covers(purchase.at()))
                .sorted(Comparator.comparing(Purchase::at))
                .toList();
    }

    /** What an accepted offer of goods adds; services were signed for. */
    private Optional<Purchase> taken(Trial trial) {
        if (!trial.taken() || trial.product().recurring() || trial.offerType() == OfferType.SUBSCRIBE) {
            return Optional.empty();
        }
        List<Product> products = trial.offerType() == OfferType.BUNDLE
                ? List.of(world.product("burger"), world.product("fries"), world.product("drink"))
                : List.of(trial.product());
        return Optional.of(new Purchase(trial.takenAt(), products));
    }

    private void checkout(Purchase purchase) {
        List<Product> products = new ArrayList<>(purchase.products());
        for (BusinessLine.Lead item : BusinessLine.INDEPENDENT) {
            Product product = world.product(item.role());
            boolean hit = dice.chance(item.number() / 100.0);
            if (hit
                    && product.onSale(
                            purchase.at().toLocalDate(), world.period().last())) {
                products.add(product);
            }
        }
        Fillers.draw(world, life.plan(), dice).forEach(products::add);
        String orderId = nextOrderId();
        String channel = dice.pick(CHANNELS);
        double discount = dice.chance(.05) ? .9 : 1;
        for (int i = 0; i < products.size(); i++) {
            Product product = products.get(i);
            lines.add(new OrderLine(
                    orderId,
                    i + 1,
                    life.plan().id(),
                    product,
                    purchase.at(),
                    quantity(product),
                    product.recurring() ? 0 : product.price() * discount,
                    channel));
        }
    }

    private int quantity(Product product) {
        return product.consumable() && dice.chance(.25) ? 2 : 1;
    }

    private void maybeReturn(OrderLine line) {
        LocalDateTime at = line.at().plusDays(dice.between(4, 20));
        boolean returned = dice.chance(RETURNED);
        if (returned
                && line.price() >= 1_000
                && !line.product().consumable()
                && world.period().covers(at)) {
            back(line.product(), at, line.price());
        }
    }

    private void end(Contract contract) {
        back(contract.product(), contract.ended(), 0);
    }

    private void back(Product product, LocalDateTime at, double price) {
        lines.add(new OrderLine(nextOrderId(), 1, life.plan().id(), product, at, -1, price, "web"));
    }

    private String nextOrderId() {
        orders++;
        return Ids.of("o", life.plan().id().substring(1), orders);
    }
}
