package io.osusume.sample;

import io.osusume.tables.Arm;
import io.osusume.tables.OfferEventType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What became of the past offers to one customer. A delivered offer has one {@code delivered} row and what followed; an
 * offer of the control arm has one row, {@code withheld}, since nothing reached the customer.
 */
final class OfferEventHistory {
    private OfferEventHistory() {}

    static Stream<Row> rows(Life life) {
        Dice dice = life.world().dice(life.plan().number(), "offers");
        List<Row> rows = new ArrayList<>();
        for (Trial trial : life.trials()) {
            Log log = new Log(life, trial, rows);
            if (trial.control()) {
                log.add(OfferEventType.WITHHELD, trial.offered());
            } else {
                delivered(trial, log, dice);
            }
        }
        return rows.stream();
    }

    private static void delivered(Trial trial, Log log, Dice dice) {
        LocalDateTime at = trial.offered();
        log.add(OfferEventType.DELIVERED, at);
        boolean viewed = dice.chance(trial.taken() ? .9 : .4);
        boolean clicked = viewed && dice.chance(trial.taken() ? .7 : .25);
        boolean declined = viewed && !trial.taken() && dice.chance(.2);
        if (viewed) {
            log.add(OfferEventType.VIEWED, at.plusMinutes(20));
        }
        if (clicked) {
            log.add(OfferEventType.CLICKED, at.plusMinutes(22));
        }
        if (declined) {
            log.add(OfferEventType.DECLINED, at.plusMinutes(dice.between(30, 3_000)));
        }
        if (trial.taken()) {
            log.add(OfferEventType.ACCEPTED, trial.takenAt());
        }
    }

    private record Log(Life life, Trial trial, List<Row> rows) {
        void add(OfferEventType event, LocalDateTime at) {
            if (life.world().period().covers(at)) {
                rows.add(row(life.plan(), trial, event, at));
            }
        }
    }

    private static Row row(CustomerPlan plan, Trial trial, OfferEventType event, LocalDateTime at) {
        return RowFactory.create(
                plan.id(),
                trial.offerType().wire(),
                trial.product().id(),
                event.wire(),
                Period.text(at),
                Period.text(trial.offered()),
                trial.trigger().wire(),
                plan.segment().wire(),
                (trial.control() ? Arm.CONTROL : Arm.TREATED).wire(),
                Double.toString(PlantedAcceptance.believed(trial.offerType())));
    }
}
