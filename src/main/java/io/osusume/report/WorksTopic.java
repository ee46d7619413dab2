package io.osusume.report;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.Backtests;
import io.osusume.tables.Effects;
import io.osusume.tables.Offers;
import io.osusume.tables.Verdict;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether offers work: measured against the control arm, promised acceptance against what came, the ranking against others. */
final class WorksTopic implements Topic {
    private static final String RATE = "rate";
    private static final String NDCG = "ndcg";
    private static final List<Heading> EFFECTS = List.of(
            Heading.of(Effects.EXPERIMENT_ID, Kind.TEXT),
            Heading.word(Effects.OFFER_TYPE, "type"),
            Heading.word(Effects.TRIGGER, "trigger"),
            Heading.word(Effects.SEGMENT, "segment"),
            Heading.word(Effects.OUTCOME, "outcome"),
            Heading.word(Effects.VERDICT, "verdict"),
            Heading.word(Effects.WHY, "why"),
            Heading.of(Effects.EFFECT, Kind.NUMBER),
            Heading.of(Effects.ALWAYS_LOW, Kind.NUMBER),
            Heading.of(Effects.ALWAYS_HIGH, Kind.NUMBER),
            Heading.of(Effects.MEAN_TREATED, Kind.NUMBER),
            Heading.of(Effects.MEAN_CONTROL, Kind.NUMBER),
            Heading.of(Effects.N_TREATED, Kind.WHOLE),
            Heading.of(Effects.N_CONTROL, Kind.WHOLE),
            Heading.of(Effects.N_WAITING, Kind.WHOLE));
    private static final List<Heading> INTERVALS = List.of(
            Heading.of(Effects.EXPERIMENT_ID, Kind.TEXT),
            Heading.word(Effects.OFFER_TYPE, "type"),
            Heading.word(Effects.TRIGGER, "trigger"),
            Heading.word(Effects.SEGMENT, "segment"),
            Heading.of(Effects.EFFECT, Kind.NUMBER),
            Heading.of(Effects.ALWAYS_LOW, Kind.NUMBER),
            Heading.of(Effects.ALWAYS_HIGH, Kind.NUMBER));
    private static final List<Heading> PROMISES = List.of(
            Heading.word(Offers.OFFER_TYPE, "type"),
            Heading.word(Offers.TRIGGER, "trigger"),
            Heading.word(Offers.LWP_SEGMENT, "segment"),
            Heading.of(Offers.P_ACCEPT, Kind.SHARE),
            Heading.of(RATE, Kind.SHARE),
            Heading.of(Offers.TRIALS, Kind.NUMBER));
    private static final List<Heading> RANKING = List.of(
            Heading.of(Backtests.METHOD, Kind.TEXT),
            Heading.of(Backtests.AS_OF, Kind.DATE),
            Heading.of(Backtests.VALUE, Kind.NUMBER),
            Heading.of(Backtests.VALUE_LOW, Kind.NUMBER),
            Heading.of(Backtests.VALUE_HIGH, Kind.NUMBER),
            Heading.of(Backtests.CUSTOMERS, Kind.WHOLE));

    private final int top;
    private final double acquisitionCostRatio;

    WorksTopic(int top, double acquisitionCostRatio) {
        this.top = top;
        this.acquisitionCostRatio = acquisitionCostRatio;
    }

    @Override
    public Section of(Night night) {
        List<Row> effects = night.of(Effects.TABLE).map(this::effects).orElse(List.of());
        Optional<Row> cost = night.of(Offers.TABLE)
                .map(o -> o.agg(sum(Offers.CONTACT_COST), sum(Offers.EXPECTED_VALUE), avg(Offers.CONTACT_COST))
                        .first());
        return Section.of(
                "works",
                figures(effects, cost),
                Grid.of("effects", EFFECTS, effects)
                        .orWhy(night.of(Effects.TABLE).isPresent() ? Grid.EMPTY : Grid.ABSENT),
                intervals(effects),
                promises(night),
                SuccessesGrid.of(night, 2 * top),
                ranking(night));
    }

    /** The totals of each experiment, and the cells of which something can be said. */
    private List<Row> effects(Dataset<Row> effects) {
        Column[] order = Effects.TABLE.key().stream().map(c -> col(c)).toArray(Column[]::new);
        return effects.where(col(Effects.OFFER_TYPE)
                        .equalTo(Effects.ALL)
                        .or(col(Effects.VERDICT).isin(Verdict.WORKS.wire(), Verdict.HARMS.wire())))
                .orderBy(order)
                .limit(2 * top)
                .select(EFFECTS.stream().map(c -> col(c.name())).toArray(Column[]::new))
                .collectAsList();
    }

    /** Of those, what is known of how many more take what they are offered. */
    private static Grid intervals(List<Row> effects) {
        List<List<Object>> rows = effects.stream()
                .filter(r -> r.getAs(Effects.OUTCOME).equals(Effects.TAKEN) && r.getAs(Effects.ALWAYS_LOW) != null)
                .map(r ->
                        Grid.row(INTERVALS.stream().map(h -> r.getAs(h.name())).toArray()))
                .toList();
        return new Grid("intervals", INTERVALS, rows, Grid.EMPTY);
    }

    private List<Figure> figures(List<Row> effects, Optional<Row> sums) {
        Optional<Double> cost = sums.map(r -> r.<Double>getAs(0)).filter(c -> c > 0);
        return List.of(
                new Figure("works.verdicts", Kind.WHOLE, count(effects, Verdict.WORKS)),
                new Figure("works.harms", Kind.WHOLE, count(effects, Verdict.HARMS)),
                new Figure(
                        "works.expected_return",
                        Kind.NUMBER,
                        cost.map(c -> sums.get().<Double>getAs(1) / c).orElse(null)),
                new Figure("works.contact_cost", Kind.MONEY, cost.orElse(null)),
                new Figure(
                        "works.acquisition_cost",
                        Kind.MONEY,
                        cost.map(c -> c * acquisitionCostRatio).orElse(null)));
    }

    private static long count(List<Row> effects, Verdict verdict) {
        return effects.stream()
                .filter(r -> verdict.wire().equals(r.getAs(Effects.VERDICT)))
                .count();
    }

    /** Of each cell that was tried before: how often offers were taken, against what tonight's offers of it promise. */
    private Grid promises(Night night) {
        return night.of(Offers.TABLE)
                .map(offers -> Grid.of(
                        "promises",
                        PROMISES,
                        offers.where(col(Offers.TRIALS).gt(0))
                                .groupBy(Offers.OFFER_TYPE, Offers.TRIGGER, Offers.LWP_SEGMENT)
                                .agg(
                                        avg(Offers.P_ACCEPT).as(Offers.P_ACCEPT),
                                        max(col(Offers.TAKEN).divide(col(Offers.TRIALS)))
                                                .as(RATE),
                                        max(Offers.TRIALS).as(Offers.TRIALS))
                                .orderBy(
                                        col(Offers.TRIALS).desc(),
                                        col(Offers.OFFER_TYPE),
                                        col(Offers.TRIGGER),
                                        col(Offers.LWP_SEGMENT))
                                .limit(2 * top)
                                .collectAsList()))
                .orElse(Grid.without("promises", PROMISES, Grid.ABSENT));
    }

    private static Grid ranking(Night night) {
        return night.of(Backtests.TABLE)
                .map(rows -> Grid.of(
                        "ranking",
                        RANKING,
                        rows.where(col(Backtests.METRIC).equalTo(NDCG))
                                .orderBy(
                                        col(Backtests.AS_OF),
                                        col(Backtests.VALUE).desc(),
                                        col(Backtests.METHOD))
                                .select(RANKING.stream().map(c -> col(c.name())).toArray(Column[]::new))
                                .collectAsList()))
                .orElse(Grid.without("ranking", RANKING, Grid.ABSENT));
    }
}
