package io.osusume.sample;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Our touches of one customer in the last 180 days, and the reactions. */
final class ContactHistory {
    private static final int DAYS = 180;
    private static final double OFTEN = 3.6;
    private static final double SELDOM = .8;
    private static final List<String> PRIVATE = List.of("email", "email", "email", "push", "phone");
    private static final List<String> BUSINESS = List.of("email", "email", "phone", "visit");

    private ContactHistory() {}

    static Stream<Row> rows(Life life) {
        CustomerPlan plan = life.plan();
        Period period = life.world().period();
        Dice dice = life.world().dice(plan.number(), "contacts");
        int count = dice.poisson(plan.oftenInTouch() ? OFTEN : SELDOM);
        return IntStream.range(0, count)
                .mapToObj(i -> period.at(period.days() - 1 - dice.between(0, DAYS), dice))
                .sorted()
                .filter(at -> !at.isBefore(plan.joined()))
                .map(at -> touch(plan, at, period, dice));
    }

    private static Row touch(CustomerPlan plan, LocalDateTime at, Period period, Dice dice) {
        String response = response(dice, plan.oftenInTouch() ? .55 : .2);
        LocalDateTime responded = at.plusMinutes(dice.between(5, 2_000));
        boolean seen = !response.equals("none") && period.covers(responded);
        String channel = dice.pick(plan.member() == null ? PRIVATE : BUSINESS);
        return row(plan.id(), at, channel, seen ? response : "none", seen ? responded : null);
    }

    private static String response(Dice dice, double reacts) {
        if (!dice.chance(reacts)) {
            return dice.chance(.02) ? "negative" : "none";
        }
        double u = dice.nextDouble();
        return u < .55 ? "opened" : u < .85 ? "clicked" : u < .96 ? "replied" : "meeting";
    }

    /** The id is made of customer and time: unique, as nobody is contacted twice in a minute. */
    static Row row(String customerId, LocalDateTime at, String channel, String response, LocalDateTime responded) {
        String id = customerId + "-" + Period.text(at).substring(2, 16).replaceAll("[-T:]", "");
        return RowFactory.create(id, customerId, Period.text(at), channel, response, Period.text(responded));
    }
}
