package io.osusume.sample;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Support cases of one customer, over the whole period; older ones are closed. */
final class TicketHistory {
    private static final double MEAN = .12;
    private static final List<String> TOPICS = List.of("problem", "problem", "specification", "billing");

    private TicketHistory() {}

    static Stream<Row> rows(Life life) {
        CustomerPlan plan = life.plan();
        Period period = life.world().period();
        Dice dice = life.world().dice(plan.number(), "tickets");
        int joined = period.dayOf(plan.joined());
        return IntStream.range(0, plan.first() == null ? 0 : dice.poisson(MEAN)).mapToObj(i -> {
            LocalDateTime opened = period.at(dice.between(joined, period.days() - 1), dice);
            LocalDateTime closed = opened.plusHours(dice.between(2, 400));
            String severity = severity(dice);
            boolean done = period.covers(closed);
            String satisfaction = done && dice.chance(.5) ? Integer.toString(dice.between(1, 5)) : null;
            return RowFactory.create(
                    Ids.of("t", plan.id().substring(1), i + 1L),
                    plan.id(),
                    Period.text(opened),
                    done ? Period.text(closed) : null,
                    severity,
                    dice.pick(TOPICS),
                    plan.first().id(),
                    satisfaction);
        });
    }

    private static String severity(Dice dice) {
        double u = dice.nextDouble();
        return u < .5 ? "low" : u < .85 ? "medium" : "high";
    }
}
