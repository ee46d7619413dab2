package io.osusume.offers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.sum;

import io.osusume.acceptance.Trial;
import io.osusume.config.AcceptanceConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * What all targets together teach, in one pass: past trials, and the response of each channel.
 *
 * @param trials past trials that were known alike, counted; of very many so many drawn by chance
 * @param channels channel → touches and welcome reactions
 * @param notes what a person should know of the events
 */
record PastOutcomes(List<TrialRows.Known> trials, Map<String, double[]> channels, List<String> notes) {
    /** @param reactions values of a contact's response that are welcome */
    static PastOutcomes of(Dataset<Row> targets, Trials trials, List<String> reactions, AcceptanceConfig config) {
        Column[] key = Arrays.stream(TrialRows.KEY).map(c -> col(c)).toArray(Column[]::new);
        Dataset<Row> counted = targets.flatMap(
                        (FlatMapFunction<Row, Row>)
                                row -> TrialRows.of(TargetReader.read(row, Map.of()), trials, reactions)
                                        .iterator(),
                        Encoders.row(TrialRows.SCHEMA))
                .groupBy(key)
                .agg(
                        sum(TrialRows.COUNT).as(TrialRows.COUNT),
                        sum(TrialRows.TAKEN).as(TrialRows.TAKEN))
                .persist();
        Column isTrial = col(TrialRows.KIND).equalTo(TrialRows.TRIAL);
        Map<String, double[]> channels = new TreeMap<>();
        Map<String, Long> noted = new TreeMap<>();
        for (Row row : counted.where(isTrial.equalTo(false)).collectAsList()) {
            long count = row.getAs(TrialRows.COUNT);
            if (row.getAs(TrialRows.KIND).equals(TrialRows.TOUCH)) {
                channels.put(row.getAs(TrialRows.CODE), new double[] {count, row.<Long>getAs(TrialRows.TAKEN)});
            } else {
                noted.put(row.getAs(TrialRows.CODE), count);
            }
        }
        List<Row> rows = counted.where(isTrial)
                .orderBy(concat(hash(key), key))
                .limit(config.mostTrials() + 1)
                .collectAsList();
        counted.unpersist();
        List<TrialRows.Known> known =
                rows.stream().limit(config.mostTrials()).map(TrialRows::known).toList();
        return new PastOutcomes(known, channels, OutcomeNotes.of(noted, rows.size() > config.mostTrials(), config));
    }

    private static Column[] concat(Column first, Column[] others) {
        List<Column> all = new ArrayList<>(List.of(first));
        all.addAll(Arrays.asList(others));
        return all.toArray(Column[]::new);
    }

    /**
     * The trials as acceptance learns from them.
     *
     * @param usual what is usually bought anyway, of what is offered, within the days of acceptance; 0 where not learned
     */
    List<Trial> trials(double usual) {
        return trials.stream().map(t -> t.trial(usual)).toList();
    }
}
