package io.osusume.ranking;

import io.osusume.tables.RankerFacts;
import io.osusume.tables.RankerTrees;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A model as the rows of {@link RankerTrees} and {@link RankerFacts}, and back. */
final class ModelRows {
    static final String TRAINED_ON = "trained_on";
    static final String SLOPE = "slope";
    static final String INTERCEPT = "intercept";

    private static final Map<String, Feature> FEATURES =
            Arrays.stream(Feature.values()).collect(Collectors.toMap(Feature::label, Function.identity()));

    private ModelRows() {}

    /**
     * A model of an earlier night, or tonight's.
     *
     * @param trainedOn the as-of date that it was learned as of
     */
    record Dated(RankerModel model, LocalDate trainedOn) {}

    static List<Row> nodes(TreeEnsemble trees) {
        List<Row> rows = new ArrayList<>();
        for (int t = 0; t < trees.root().length; t++) {
            int first = trees.root()[t];
            int end = t + 1 < trees.root().length ? trees.root()[t + 1] : trees.nodes();
            for (int i = first; i < end; i++) {
                boolean leaf = trees.feature()[i] < 0;
                rows.add(RowFactory.create(
                        t,
                        i - first,
                        leaf ? null : Feature.at(trees.feature()[i]).label(),
                        leaf ? null : trees.threshold()[i],
                        leaf ? null : trees.left()[i] - first,
                        leaf ? null : trees.right()[i] - first,
                        leaf ? trees.value()[i] : null));
            }
        }
        return rows;
    }

    /** The model of an earlier night; none where there was none, or where it knows features that are no more. */
    static Optional<Dated> read(Dataset<Row> nodes, Dataset<Row> facts) {
        List<Row> rows = nodes
                .select(
                        RankerTrees.TREE,
                        RankerTrees.NODE,
                        RankerTrees.FEATURE,
                        RankerTrees.THRESHOLD,
                        RankerTrees.NODE_LEFT,
                        RankerTrees.NODE_RIGHT,
                        RankerTrees.VALUE)
                .collectAsList()
                .stream()
                .sorted(Comparator.comparing((Row r) -> r.getInt(0)).thenComparing(r -> r.getInt(1)))
                .toList();
        Map<String, Row> known = facts.collectAsList().stream()
                .collect(Collectors.toMap(r -> r.getAs(RankerFacts.NAME), Function.identity(), (a, b) -> a));
        boolean whole = known.keySet().containsAll(List.of(TRAINED_ON, SLOPE, INTERCEPT))
                && !rows.isEmpty()
                && rows.stream().allMatch(r -> r.isNullAt(2) || FEATURES.containsKey(r.getString(2)));
        if (!whole) {
            return Optional.empty();
        }
        Calibration calibration = new Calibration(
                known.get(SLOPE).getAs(RankerFacts.VALUE), known.get(INTERCEPT).getAs(RankerFacts.VALUE));
        return Optional.of(new Dated(
                new RankerModel(trees(rows), calibration),
                LocalDate.parse(known.get(TRAINED_ON).getAs(RankerFacts.TEXT))));
    }

    private static TreeEnsemble trees(List<Row> rows) {
        int count = rows.get(rows.size() - 1).getInt(0) + 1;
        TreeEnsemble trees = TreeEnsemble.sized(count, rows.size());
        int first = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.getInt(1) == 0) {
                first = i;
                trees.root()[row.getInt(0)] = i;
            }
            if (row.isNullAt(2)) {
                trees.feature()[i] = -1;
                trees.value()[i] = row.getDouble(6);
            } else {
                trees.feature()[i] = FEATURES.get(row.getString(2)).index();
                trees.threshold()[i] = row.getDouble(3);
                trees.left()[i] = first + row.getInt(4);
                trees.right()[i] = first + row.getInt(5);
            }
        }
        return trees;
    }
}
