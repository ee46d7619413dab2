package io.osusume.effects;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Episodes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Makes the table {@code effects}: customers who were offered something against customers of the control arm who would have
 * been, from the first night on which each was eligible (ghost offers: Johnson, Lewis & Nubbemeyer 2017), whether or not it was
 * delivered (intention to treat).
 */
public final class Measuring {
    private final OsusumeConfig config;
    private final LocalDate asOf;

    public Measuring(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /**
     * The table {@code effects}. Reads a row for each comparison as it is called.
     *
     * @param episodes {@link Episodes} up to tonight
     */
    public Dataset<Row> of(Dataset<Row> episodes, Facts facts) {
        int window = config.offers().acceptance().windowDays();
        Outcomes outcomes = new Outcomes(config.effects(), window, config.ltv().marginRate());
        int horizon = Math.max(config.effects().horizonDays(), window);
        Dataset<Row> known = episodes.where(col(Episodes.CUSTOMER_ID).isNotNull());
        Dataset<Row> days =
                known.select(Episodes.CUSTOMER_ID, Episodes.FIRST_DAY).distinct();
        Dataset<Row> rows = new Groups(config.experiment().id())
                .of(
                        known.join(
                                outcomes.of(days, facts),
                                new String[] {Episodes.CUSTOMER_ID, Episodes.FIRST_DAY},
                                "left"),
                        outcomes,
                        date_add(col(Episodes.FIRST_DAY), horizon).leq(lit(asOf)));
        Measures measures = Measures.of(config, facts);
        List<Row> measured = rows.mapPartitions(
                        (MapPartitionsFunction<Row, Row>) it -> tallied(it, measures), Encoders.row(Measures.SCHEMA))
                .collectAsList();
        return episodes.sparkSession()
                .createDataFrame(
                        new Findings(config.effects(), config.experiment().id()).of(measured), Findings.SCHEMA);
    }

    /** One row an outcome of each group; a partition holds whole groups, sorted. */
    private static Iterator<Row> tallied(Iterator<Row> rows, Measures measures) {
        List<Row> measured = new ArrayList<>();
        List<String> key = null;
        Tally tally = null;
        while (rows.hasNext()) {
            Row row = rows.next();
            List<String> next = key(row);
            if (!next.equals(key)) {
                if (tally != null) {
                    measured.addAll(measures.of(key, tally.end()));
                }
                key = next;
                tally = measures.tally();
            }
            tally.add(row);
        }
        if (tally != null) {
            measured.addAll(measures.of(key, tally.end()));
        }
        return measured.iterator();
    }

    private static List<String> key(Row row) {
        List<String> key = new ArrayList<>();
        for (String column : Groups.KEY) {
            key.add(row.getAs(column));
        }
        return key;
    }
}
