package io.osusume.ranking;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How well one ranking of one customer met what the customer newly bought. With r the products bought, k the length asked for,
 * and i running over the places of the ranking from 1 (Järvelin & Kekäläinen 2002 for NDCG, gains 0 and 1):
 *
 * @param hit 1 when any of the top k was bought
 * @param recall hits ÷ r
 * @param precision hits ÷ k
 * @param ndcg Σ over hits 1/log₂(1 + i), ÷ the same sum had the first min(k, r) been hits
 * @param revenue what was paid for the hits within the horizon
 */
public record Metrics(double hit, double recall, double precision, double ndcg, double revenue)
        implements Serializable {

    /**
     * Holds a ranking against what was bought.
     *
     * @param ranking codes, best first; a shorter ranking than {@code top} misses the rest
     * @param bought codes, ascending, at least one
     * @param spent per product bought what was paid for it
     */
    public static Metrics of(int[] ranking, int top, int[] bought, double[] spent) {
        if (bought.length == 0) {
            throw new IllegalArgumentException("nothing was bought: no ranking can be judged by it");
        }
        int hits = 0;
        double gain = 0;
        double revenue = 0;
        for (int i = 0; i < Math.min(top, ranking.length); i++) {
            int at = Arrays.binarySearch(bought, ranking[i]);
            if (at >= 0) {
                hits++;
                gain += discount(i);
                revenue += spent[at];
            }
        }
        double ideal = 0;
        for (int i = 0; i < Math.min(top, bought.length); i++) {
            ideal += discount(i);
        }
        return new Metrics(hits > 0 ? 1 : 0, (double) hits / bought.length, (double) hits / top, gain / ideal, revenue);
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }
}
