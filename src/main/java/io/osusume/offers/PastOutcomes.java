package io.osusume.offers;

import static org.apache.spark.sql.functions.sum;

import io.osusume.config.AcceptanceConfig;
import io.osusume.offers.Acceptance.Cell;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * What all targets together teach, in one pass: past trials by offer type, trigger and segment, and the response of each
 * channel. The result has a row for each of these, whatever the number of customers.
 *
 * @param cells past trials
 * @param channels channel → touches and welcome reactions
 */
record PastOutcomes(List<Cell> cells, Map<String, double[]> channels) {
    private static final StructType COUNTS =
            StructType.fromDDL("a STRING, b STRING, c STRING, trials BIGINT, taken BIGINT");

    /** @param reactions values of a contact's response that are welcome */
    static PastOutcomes of(Dataset<Row> targets, Trials trials, List<String> reactions) {
        List<Row> counted = targets.flatMap(
                        (FlatMapFunction<Row, Row>) row -> counts(TargetReader.read(row, Map.of()), trials, reactions)
                                .iterator(),
                        Encoders.row(COUNTS))
                .groupBy("a", "b", "c")
                .agg(sum("trials"), sum("taken"))
                .collectAsList();
        List<Cell> cells = new ArrayList<>();
        Map<String, double[]> channels = new TreeMap<>();
        for (Row row : counted) {
            if (row.isNullAt(1)) {
                channels.put(row.getString(0), new double[] {row.getLong(3), row.getLong(4)});
            } else {
                cells.add(new Cell(
                        Word.of(OfferType.class, row.getString(0)).orElseThrow(),
                        Word.of(Trigger.class, row.getString(1)).orElse(null),
                        Word.of(Segment.class, row.getString(2)).orElse(null),
                        row.getLong(3),
                        row.getLong(4)));
            }
        }
        cells.sort(java.util.Comparator.comparing(Cell::key));
        return new PastOutcomes(cells, channels);
    }

    private static List<Row> counts(Target target, Trials trials, List<String> reactions) {
        List<Row> rows = new ArrayList<>();
        for (Trials.Trial t : trials.of(target)) {
            rows.add(RowFactory.create(
                    t.type().wire(),
                    AcceptanceConfig.orAny(t.trigger()),
                    AcceptanceConfig.orAny(t.segment()),
                    1L,
                    t.taken() ? 1L : 0L));
        }
        if (!target.isAccount()) {
            for (Target.Touch touch : target.touches()) {
                boolean welcome = Channels.isWelcome(touch.response(), reactions);
                rows.add(RowFactory.create(touch.channel(), null, null, 1L, welcome ? 1L : 0L));
            }
        }
        return rows;
    }
}
