package io.osusume.report;

import io.osusume.changes.Difference;
import io.osusume.report.Grid.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the plan that waits to be applied would change of the offers. */
final class PlanTopic implements Topic {
    private static final String ID = "plan";
    private static final List<Heading> COLUMNS = List.of(
            Heading.of("planned_for", Kind.DATE),
            Heading.word("becomes", "becomes"),
            Heading.word("offer_type", "type"),
            Heading.of("offers", Kind.WHOLE),
            Heading.of("value_change", Kind.MONEY));

    @Override
    public Section of(Night night) {
        Grid grid = night.plan().map(PlanTopic::grid).orElse(Grid.without(ID, COLUMNS, Grid.ABSENT));
        return Section.of(ID, List.of(), grid);
    }

    /** Moves of one type and fate are one row, whatever their reasons. */
    private static Grid grid(Difference plan) {
        Map<String, List<Difference.Move>> alike = new TreeMap<>();
        plan.moves()
                .forEach(move -> alike.computeIfAbsent(move.change() + ' ' + move.offerType(), key -> new ArrayList<>())
                        .add(move));
        List<List<Object>> rows = alike.values().stream()
                .map(moves -> Grid.row(
                        plan.runDate(),
                        moves.get(0).change(),
                        moves.get(0).offerType(),
                        moves.stream().mapToLong(Difference.Move::offers).sum(),
                        moves.stream()
                                .mapToDouble(Difference.Move::expectedValue)
                                .sum()))
                .toList();
        return new Grid(ID, COLUMNS, rows, Grid.EMPTY);
    }
}
