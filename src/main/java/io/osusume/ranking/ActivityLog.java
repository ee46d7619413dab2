package io.osusume.ranking;

import io.osusume.config.RankerConfig;
import io.osusume.features.Signals.Kind;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * What happened beside a customer's orders, by day.
 *
 * @param day of each occurrence, ascending, counted from 1970
 * @param kind of each
 * @param product code of each, {@link #NO_PRODUCT} where it is about none
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
public record ActivityLog(int[] day, Kind[] kind, int[] product) implements Serializable {
    static final int NO_PRODUCT = -1;
    public static final ActivityLog EMPTY = new ActivityLog(new int[0], new Kind[0], new int[0]);

    /**
     * Since when it is kept, to rank as of a day: what the windows to learn from look back to, and as long again, so that it
     * can be told since when there is data of what happens seldom.
     */
    public static LocalDate from(LocalDate asOf, RankerConfig config) {
        int windows = config.training().windows() * config.horizonDays();
        return asOf.minusDays(windows + 2L * Feature.LONGEST_SPAN);
    }

    /** From rows of (day, kind, product code), sorted. */
    static ActivityLog of(List<Row> rows) {
        return new ActivityLog(
                rows.stream().mapToInt(r -> r.getInt(0)).toArray(),
                rows.stream().map(r -> Kind.valueOf(r.getString(1))).toArray(Kind[]::new),
                rows.stream()
                        .mapToInt(r -> r.isNullAt(2) ? NO_PRODUCT : r.getInt(2))
                        .toArray());
    }

    /** The product of each occurrence of a kind on the {@code days} before {@code start}, the earliest first. */
    int[] products(Kind of, int start, int days) {
        return IntStream.range(firstOn(start - days), firstOn(start))
                .filter(i -> kind[i] == of)
                .map(i -> product[i])
                .toArray();
    }

    /** How many lie before a day. */
    private int firstOn(int wanted) {
        int low = 0;
        int high = day.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (day[middle] < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first day on which it happened; the largest number where it never did. */
    int first(Kind of) {
        return IntStream.range(0, day.length)
                .filter(i -> kind[i] == of)
                .map(i -> day[i])
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** How often it happened on the {@code days} before {@code start}. */
    int count(Kind of, int start, int days) {
        return products(of, start, days).length;
    }
}
