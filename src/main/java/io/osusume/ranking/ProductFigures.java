package io.osusume.ranking;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * How each product sells, before one day.
 *
 * @param buyers per span of {@link #SPANS} and product the customers who bought it
 * @param newBuyers per span and product the customers who bought it for the first time
 * @param firstSold per product the day of its first sale; of its last sale
 * @param price per product the median of the prices of its sales; of the quantities
 * @param repeats per product the share of its buyers who bought it on several days
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
public record ProductFigures(
        int[][] buyers,
        int[][] newBuyers,
        int[] firstSold,
        int[] lastSold,
        float[] price,
        float[] quantity,
        float[] repeats)
        implements Serializable {
    /** Days back; the last one is all time. */
    static final int[] SPANS = {7, 14, 28, 56, Integer.MAX_VALUE};

    static final int FORTNIGHT = 1;
    public static final int FOUR_WEEKS = 2;
    static final int EIGHT_WEEKS = 3;
    public static final int EVER = 4;

    static ProductFigures of(List<History> histories, int catalogueSize, int start) {
        int[][] buyers = new int[SPANS.length][catalogueSize];
        int[][] newBuyers = new int[SPANS.length][catalogueSize];
        int[] again = new int[catalogueSize];
        int[] first = new int[catalogueSize];
        int[] last = new int[catalogueSize];
        Arrays.fill(first, start);
        Arrays.fill(last, Integer.MIN_VALUE);
        for (History history : histories) {
            Bought bought = history.boughtBefore(start);
            for (int i = 0; i < bought.size(); i++) {
                int p = bought.product()[i];
                for (int s = 0; s < SPANS.length; s++) {
                    buyers[s][p] += start - bought.last()[i] <= SPANS[s] ? 1 : 0;
                    newBuyers[s][p] += start - bought.first()[i] <= SPANS[s] ? 1 : 0;
                }
                again[p] += bought.last()[i] > bought.first()[i] ? 1 : 0;
                first[p] = Math.min(first[p], bought.first()[i]);
                last[p] = Math.max(last[p], bought.last()[i]);
            }
        }
        float[] repeats = new float[catalogueSize];
        for (int p = 0; p < catalogueSize; p++) {
            repeats[p] = buyers[EVER][p] == 0 ? 0 : (float) again[p] / buyers[EVER][p];
        }
        Medians medians = Medians.of(histories, catalogueSize, start);
        return new ProductFigures(buyers, newBuyers, first, last, medians.price(), medians.quantity(), repeats);
    }

    /** New buyers of a fortnight against the six weeks before: above 1/3 more than before. */
    float trend(int p) {
        int fortnight = newBuyers[FORTNIGHT][p];
        return (fortnight + 1f) / (newBuyers[EIGHT_WEEKS][p] - fortnight + 3f);
    }

    /** New buyers of four weeks against the four weeks before. */
    float slowTrend(int p) {
        int month = newBuyers[FOUR_WEEKS][p];
        return (month + 1f) / (newBuyers[EIGHT_WEEKS][p] - month + 1f);
    }

    /** Lower medians per product of the sales before a day; 0 where there were none. */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    private record Medians(float[] price, float[] quantity) {
        static Medians of(List<History> histories, int catalogueSize, int start) {
            int[] sales = new int[catalogueSize];
            each(histories, start, (h, i) -> sales[h.product()[i]]++);
            float[][] prices = new float[catalogueSize][];
            float[][] quantities = new float[catalogueSize][];
            Arrays.setAll(prices, p -> new float[sales[p]]);
            Arrays.setAll(quantities, p -> new float[sales[p]]);
            each(histories, start, (h, i) -> {
                int p = h.product()[i];
                sales[p]--;
                prices[p][sales[p]] = h.price()[i];
                quantities[p][sales[p]] = h.quantity()[i];
            });
            return new Medians(medians(prices), medians(quantities));
        }

        private static float[] medians(float[][] values) {
            float[] medians = new float[values.length];
            for (int p = 0; p < values.length; p++) {
                Arrays.sort(values[p]);
                medians[p] = values[p].length == 0 ? 0 : values[p][(values[p].length - 1) / 2];
            }
            return medians;
        }

        private static void each(List<History> histories, int start, Event event) {
            for (History history : histories) {
                int known = history.before(start);
                for (int i = 0; i < known; i++) {
                    event.of(history, i);
                }
            }
        }

        private interface Event {
            void of(History history, int i);
        }
    }
}
