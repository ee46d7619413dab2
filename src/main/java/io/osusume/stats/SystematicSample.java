package io.osusume.stats;

/** Weighted systematic samples of an ordered sequence: no random draw, hence no seed. */
public final class SystematicSample {
    private SystematicSample() {}

    /**
     * The rows at n equally spaced places of the sequence in which each row stands for {@code weights} of them; one of much
     * weight may come several times. Each stands for 1/n of all.
     */
    public static int[] rows(double[] weights, int n) {
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        double step = all / n;
        int[] rows = new int[n];
        double upTo = weights[0];
        int row = 0;
        for (int i = 0; i < n; i++) {
            double place = (i + 0.5) * step;
            while (upTo < place && row < weights.length - 1) {
                upTo += weights[++row];
            }
            rows[i] = row;
        }
        return rows;
    }
}
