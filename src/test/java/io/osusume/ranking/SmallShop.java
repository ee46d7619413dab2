package io.osusume.ranking;

import java.util.Arrays;
import java.util.List;

/** Histories for tests: each purchase is {day, order, product}; quantity 1, price 10. */
public final class SmallShop {
    private SmallShop() {}

    static History history(String customer, int[]... purchases) {
        int n = purchases.length;
        float[] ones = new float[n];
        float[] tens = new float[n];
        Arrays.fill(ones, 1);
        Arrays.fill(tens, 10);
        return new History(
                customer,
                Arrays.stream(purchases).mapToInt(p -> p[0]).toArray(),
                Arrays.stream(purchases).mapToInt(p -> p[1]).toArray(),
                Arrays.stream(purchases).mapToInt(p -> p[2]).toArray(),
                ones,
                tens,
                ActivityLog.EMPTY);
    }

    /**
     * Four customers, products 0 to 4, days 0 to 99, known up to day 99. Product 4 was last sold on day 10, too long ago to be
     * eligible; 0 has four buyers, 1 three, 2 two, 3 one.
     */
    public static List<History> four() {
        return List.of(
                history("a", new int[] {10, 0, 0}, new int[] {10, 0, 1}, new int[] {10, 0, 4}, new int[] {90, 1, 2}),
                history("b", new int[] {80, 0, 0}, new int[] {80, 0, 1}, new int[] {95, 1, 2}, new int[] {95, 1, 3}),
                history("c", new int[] {90, 0, 0}, new int[] {90, 0, 1}),
                history("d", new int[] {85, 0, 0}));
    }
}
