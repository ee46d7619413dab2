package io.osusume.successes;

import io.osusume.tables.Rounding;
import io.osusume.tables.SuccessCases;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A pattern's counts and sums as a row of the table.
 *
 * @param leastCases with fewer nothing is said of what followed
 */
record Telling(Sentences sentences, int leastCases, String currency) implements Serializable {
    /** Columns of sums, each followed by the name of what is summed. */
    static final String SUM = "_sum_";

    static final String SQUARES = "_squares_";

    Row told(Row row) {
        MeanInterval gain = interval(row, SuccessCases.FOLLOWED, Cases.GAIN);
        MeanInterval others = interval(row, SuccessCases.OTHERS_FOLLOWED, Cases.OTHER);
        Map<String, Object> values = new HashMap<>();
        String situation = sentences.situation(row);
        values.put(SuccessCases.SITUATION, situation);
        values.put(SuccessCases.TEXT, sentences.text(row, situation, gain, others));
        values.put(SuccessCases.CURRENCY, currency);
        values.put(SuccessCases.OTHERS_GAINED, others == null ? null : Rounding.significant(others.mean()));
        if (gain != null) {
            values.put(SuccessCases.VALUE_GAINED, Rounding.significant(gain.mean()));
            values.put(SuccessCases.VALUE_LOW, Rounding.significant(gain.low()));
            values.put(SuccessCases.VALUE_HIGH, Rounding.significant(gain.high()));
        }
        return RowFactory.create(SuccessCases.TABLE.columnNames().stream()
                .map(name -> values.containsKey(name)
                                || !Arrays.asList(row.schema().fieldNames()).contains(name)
                        ? values.get(name)
                        : row.getAs(name))
                .toArray());
    }

    private MeanInterval interval(Row row, String followed, String gain) {
        long n = row.<Long>getAs(followed);
        return n < leastCases
                ? null
                : MeanInterval.of(n, row.<Double>getAs(SUM + gain), row.<Double>getAs(SQUARES + gain));
    }
}
