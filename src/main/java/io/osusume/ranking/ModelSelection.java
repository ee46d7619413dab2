package io.osusume.ranking;

import io.osusume.config.RankerTrainingConfig;
import io.osusume.tables.RankerFacts;
import io.osusume.tables.Rounding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The model that tonight's ranking uses, and what is told of it.
 *
 * @param model none where nothing could be learned
 * @param facts rows of the table {@code ranker}
 */
record ModelSelection(Optional<RankerModel> model, List<Row> facts, List<String> notes) {
    private static final int CHECKED_TOP = 10;

    /** The model of an earlier night, once more. */
    static ModelSelection again(ModelRows.Dated earlier, List<Row> facts) {
        return new ModelSelection(Optional.of(earlier.model()), facts, List.of());
    }

    /**
     * Tonight's model, unless it ranks the latest window worse than the earlier one by more than the tolerance. Both are
     * judged without having seen that window whole: tonight's is learned again without it, the earlier one before its end.
     */
    static ModelSelection between(
            Learning.Learned learned, Optional<ModelRows.Dated> earlier, LocalDate asOf, RankerTrainingConfig config) {
        if (learned.model().isEmpty()) {
            return new ModelSelection(
                    earlier.map(ModelRows.Dated::model),
                    earlier.map(e -> List.of(state(e.trainedOn()), slope(e.model()), intercept(e.model())))
                            .orElse(List.of()),
                    List.of(learned.note()));
        }
        Learning.Fitted fitted = learned.model().get();
        double ours = SampledNdcg.of(fitted.untouched(), learned.latest(), CHECKED_TOP);
        Optional<Double> theirs = earlier.map(e -> SampledNdcg.of(e.model(), learned.latest(), CHECKED_TOP));
        boolean passes = theirs.map(t -> ours >= t * (1 - config.tolerance())).orElse(true);
        RankerModel model = passes ? fitted.model() : earlier.orElseThrow().model();
        List<Row> facts = new ArrayList<>();
        facts.add(state(passes ? asOf : earlier.orElseThrow().trainedOn()));
        facts.add(slope(model));
        facts.add(intercept(model));
        facts.add(fact(RankerFacts.METRIC, "ndcg", ours));
        theirs.ifPresent(t -> facts.add(fact(RankerFacts.METRIC, "ndcg_previous", t)));
        facts.addAll(learning(learned));
        if (passes) {
            levels(facts, learned.bought().keySet(), fitted.levels());
            importances(facts, fitted.importance());
        }
        List<String> notes = new ArrayList<>(passes ? List.of() : List.of(refused(ours, theirs.get(), earlier)));
        if (!learned.note().isEmpty()) {
            notes.add(learned.note());
        }
        return new ModelSelection(Optional.of(model), facts, notes);
    }

    private static String refused(double ours, double theirs, Optional<ModelRows.Dated> earlier) {
        return String.format(
                java.util.Locale.ROOT,
                "Tonight's ranking model ranks the latest window at NDCG %.4f, the one learned on %s at %.4f; the earlier one"
                        + " is used again (ranker.training.tolerance).",
                ours,
                earlier.orElseThrow().trainedOn(),
                theirs);
    }

    private static List<Row> learning(Learning.Learned learned) {
        List<Row> facts = new ArrayList<>();
        facts.add(fact(RankerFacts.METRIC, "examples", (double) learned.examples()));
        facts.add(fact(RankerFacts.METRIC, "positives", (double) learned.positives()));
        if (learned.share() < 1) {
            facts.add(fact(RankerFacts.METRIC, "share_of_customers", learned.share()));
        }
        learned.bought()
                .forEach((start, bought) -> facts.add(
                        fact(RankerFacts.WINDOW, LocalDate.ofEpochDay(start).toString(), (double) bought)));
        return facts;
    }

    private static void levels(List<Row> facts, Iterable<Integer> starts, Map<Integer, Double> levels) {
        int window = 1;
        for (int start : starts) {
            if (levels.containsKey(window)) {
                facts.add(fact(RankerFacts.LEVEL, LocalDate.ofEpochDay(start).toString(), levels.get(window)));
            }
            window++;
        }
    }

    private static void importances(List<Row> facts, double[] importance) {
        for (int i = 0; i < importance.length; i++) {
            facts.add(fact(RankerFacts.IMPORTANCE, Feature.at(i).label(), importance[i]));
        }
    }

    private static Row state(LocalDate trainedOn) {
        return RowFactory.create(RankerFacts.STATE, ModelRows.TRAINED_ON, null, trainedOn.toString());
    }

    private static Row slope(RankerModel model) {
        return fact(
                RankerFacts.CALIBRATION, ModelRows.SLOPE, model.calibration().slope());
    }

    private static Row intercept(RankerModel model) {
        return fact(
                RankerFacts.CALIBRATION,
                ModelRows.INTERCEPT,
                model.calibration().intercept());
    }

    private static Row fact(String kind, String name, double value) {
        return RowFactory.create(kind, name, Rounding.significant(value), null);
    }
}
