package io.osusume.uplift;

import java.util.Comparator;
import java.util.List;

/**
 * How much a ranking finds whom it is worth asking (Radcliffe 2007). Of the k best of N, Q(k) = what the treated among them did − what
 * the control among them did × treated ÷ control, over what chance finds: k/N · Q(N). The coefficient is the mean of that over k, ÷ N:
 * more outcomes a customer, on average of all shares that may be asked. 0: no better than by chance.
 */
final class Qini {
    private Qini() {}

    /** One customer. */
    record Ranked(double score, boolean isTreated, double outcome) {}

    static double of(List<Ranked> customers) {
        List<Ranked> sorted = customers.stream()
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
        double[] count = new double[2];
        double[] sum = new double[2];
        double area = 0;
        double last = 0;
        for (Ranked r : sorted) {
            int arm = r.isTreated ? 1 : 0;
            count[arm]++;
            sum[arm] += r.outcome;
            last = sum[1] - (count[0] == 0 ? 0 : sum[0] * count[1] / count[0]);
            area += last;
        }
        double n = sorted.size();
        return (area / n - last * (n + 1) / n / 2) / n;
    }
}
