package io.osusume.sample;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What private customers did on our pages in the last 120 days: looked before they bought, or just looked. */
final class BehaviorHistory {
    private static final int DAYS = 120;

    private BehaviorHistory() {}

    static Stream<Row> rows(Life life) {
        if (life.plan().member() != null) {
            return Stream.empty();
        }
        Dice dice = life.world().dice(life.plan().number(), "behavior");
        return Stream.concat(beforeBuying(life, dice), browsing(life, dice));
    }

    private static Stream<Row> beforeBuying(Life life, Dice dice) {
        LocalDateTime since = life.world().period().daysAgo(DAYS);
        return OrderHistory.of(life).stream()
                .filter(line ->
                        line.line() == 1 && line.quantity() > 0 && line.at().isAfter(since))
                .filter(line -> dice.chance(.3))
                .flatMap(line -> {
                    LocalDateTime looked = line.at().minusHours(dice.between(1, 72));
                    Row view = row(life, looked, "view_detail", line.product());
                    return dice.chance(.4)
                            ? Stream.of(view, row(life, line.at().minusMinutes(9), "add_to_cart", line.product()))
                            : Stream.of(view);
                });
    }

    private static Stream<Row> browsing(Life life, Dice dice) {
        CustomerPlan plan = life.plan();
        Period period = life.world().period();
        if (plan.lines().isEmpty()) {
            return Stream.empty();
        }
        return IntStream.range(0, dice.poisson(plan.oftenInTouch() ? .7 : .3))
                .mapToObj(i -> period.at(period.days() - 1 - dice.between(0, DAYS), dice))
                .filter(at -> !at.isBefore(plan.joined()))
                .map(at -> row(
                        life,
                        at,
                        "view_detail",
                        life.world().product(dice.pick(plan.lines()).draw(dice))));
    }

    private static Row row(Life life, LocalDateTime at, String event, Product product) {
        return row(new Actor(life.plan().id(), null, life.plan().id(), null, null), at, event, product);
    }

    /** Who did it: customer and account where known, the person, and the person's place in the company. */
    record Actor(String customerId, String accountId, String personId, String department, String seniority) {}

    static Row row(Actor who, LocalDateTime at, String event, Product product) {
        return RowFactory.create(
                who.customerId(),
                who.accountId(),
                Period.text(at),
                event,
                who.personId(),
                who.department(),
                who.seniority(),
                product == null ? null : product.id());
    }

    static final List<String> BUSINESS_EVENTS =
            List.of("view_detail", "view_detail", "view_detail", "download", "download", "compare", "seminar");
}
