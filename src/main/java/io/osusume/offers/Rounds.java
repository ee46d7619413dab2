package io.osusume.offers;

import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.tables.Offers;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Decides again until nothing is offered more often than it may be: whoever may not have an offer gets the next best, and that
 * may be too much of another.
 */
final class Rounds {
    /** What each target may not have; one row a target. */
    static final String OVER = "_over";
    /** After so many rounds what is still too much stays: each round moves fewer. */
    private static final int MOST = 8;

    private static final String[] TARGET = {Offers.TARGET_TYPE, Offers.TARGET_ID};

    private Rounds() {}

    /**
     * The targets, with what each may not get. Runs jobs at once.
     *
     * @param decide what would be offered to targets
     * @param over of what would be offered, {@link #OVER} of the targets that are too many
     */
    static Dataset<Row> hold(
            Dataset<Row> targets, UnaryOperator<Dataset<Row>> decide, UnaryOperator<Dataset<Row>> over) {
        Dataset<Row> held = targets;
        for (int round = 0; round < MOST; round++) {
            Dataset<Row> refused = over.apply(decide.apply(held)).persist(StorageLevel.MEMORY_AND_DISK());
            if (refused.isEmpty()) {
                break;
            }
            held = with(held, refused);
        }
        return held;
    }

    private static Dataset<Row> with(Dataset<Row> targets, Dataset<Row> refused) {
        Dataset<Row> joined = targets.join(refused, TARGET, "left");
        Column before = List.of(targets.columns()).contains(VolumeCaps.CAPPED) ? col(VolumeCaps.CAPPED) : lit(null);
        Column none = lit(new String[0]);
        return joined.withColumn(
                        VolumeCaps.CAPPED,
                        array_union(coalesce(before.cast("array<string>"), none), coalesce(col(OVER), none)))
                .drop(OVER);
    }
}
