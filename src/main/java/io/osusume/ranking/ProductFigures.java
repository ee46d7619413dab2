package io.osusume.ranking;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * How each product sells, before one day.
 *
 * @param buyers per {@link Span} and product the customers who bought it
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
    private static final Span[] SPANS = Span.values();

    static ProductFigures of(List<History> histories, int catalogueSize, int start) {
        int[][] buyers = new int[Span.values().length][catalogueSize];
        int[][] newBuyers = new int[Span.values().length][catalogueSize];
        int[] again = new int[catalogueSize];
        int[] first = new int[catalogueSize];
        int[] last = new int[catalogueSize];
        Arrays.fill(first, start);
        Arrays.fill(last, Integer.MIN_VALUE);
        for (History history : histories) {
            PurchasedProducts bought = history.boughtBefore(start);
            for (int i = 0; i < bought.size(); i++) {
                int p = bought.product()[i];
                for (Span span : SPANS) {
                    buyers[span.index()][p] += start - bought.last()[i] <= span.days() ? 1 : 0;
                    newBuyers[span.index()][p] += start - bought.first()[i] <= span.days() ? 1 : 0;
                }
                again[p] += bought.last()[i] > bought.first()[i] ? 1 : 0;
                first[p] = Math.min(first[p], bought.first()[i]);
                last[p] = Math.max(last[p], bought.last()[i]);
            }
        }
        float[] repeats = new float[catalogueSize];
        for (int p = 0; p < catalogueSize; p++) {
            int all = buyers[Span.EVER.index()][p];
            repeats[p] = all == 0 ? 0 : (float) again[p] / all;
        }
        Medians medians = Medians.of(histories, catalogueSize, start);
        return new ProductFigures(buyers, newBuyers, first, last, medians.price(), medians.quantity(), repeats);
    }

    /** Per product the customers who bought it within a span. */
    public int[] buyers(Span span) {
        return buyers[span.index()];
    }

    /** Per product the customers who bought it for the first time within a span. */
    public int[] newBuyers(Span span) {
        return newBuyers[span.index()];
    }

    /** New buyers of a fortnight against the six weeks before: above 1/3 more than before. */
    float trend(int p) {
        int fortnight = newBuyers(Span.FORTNIGHT)[p];
        return (fortnight + 1f) / (newBuyers(Span.EIGHT_WEEKS)[p] - fortnight + 3f);
    }

    /** New buyers of four weeks against the four weeks before. */
    float slowTrend(int p) {
        int month = newBuyers(Span.FOUR_WEEKS)[p];
        return (month + 1f) / (newBuyers(Span.EIGHT_WEEKS)[p] - month + 1f);
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
