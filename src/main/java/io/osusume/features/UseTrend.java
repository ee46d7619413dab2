package io.osusume.features;

import java.io.Serializable;
import java.util.List;

/**
 * How use develops: its mean over the observed days of the last 28 ÷ that of the 84 before. Unknown (null) where fewer days
 * than asked for were observed in the 84, or half as many in the 28, or nothing was used before.
 *
 * @param minDays observed days of the 84
 */
record UseTrend(int minDays) implements Serializable {

    /** Of one product. */
    Double of(double[] daily) {
        return of(List.of(daily));
    }

    /**
     * Of several products by one metric: of those observed before and now. Where none is, a change of plan: of all together,
     * day by day.
     */
    Double of(List<double[]> products) {
        List<double[]> both = products.stream()
                .filter(d -> isObserved(recent(d), previous(d)))
                .toList();
        double recent = both.stream().mapToDouble(d -> recent(d).mean()).sum();
        double previous = both.stream().mapToDouble(d -> previous(d).mean()).sum();
        if (both.isEmpty()) {
            double[] together = together(products);
            if (!isObserved(recent(together), previous(together))) {
                return null;
            }
            recent = recent(together).mean();
            previous = previous(together).mean();
        }
        return previous > 0 ? recent / previous : null;
    }

    /** Of the last 28 days; null where none was observed. */
    static Double recentMean(double[] daily) {
        Mean recent = recent(daily);
        return recent.days() == 0 ? null : recent.mean();
    }

    private boolean isObserved(Mean recent, Mean previous) {
        return 2 * recent.days() >= minDays && previous.days() >= minDays;
    }

    private static Mean recent(double[] daily) {
        return Mean.of(daily, 0, ProductUse.RECENT_DAYS);
    }

    private static Mean previous(double[] daily) {
        return Mean.of(daily, ProductUse.RECENT_DAYS, DailyUse.DAYS);
    }

    private static double[] together(List<double[]> products) {
        double[] sum = new double[DailyUse.DAYS];
        for (int age = 0; age < sum.length; age++) {
            int day = age;
            double[] observed = products.stream()
                    .mapToDouble(d -> d[day])
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            sum[age] = observed.length == 0
                    ? Double.NaN
                    : java.util.Arrays.stream(observed).sum();
        }
        return sum;
    }

    /** The mean over the days observed, and how many they are. */
    private record Mean(double mean, int days) {
        static Mean of(double[] daily, int from, int to) {
            double sum = 0;
            int days = 0;
            for (int age = from; age < to; age++) {
                if (!Double.isNaN(daily[age])) {
                    sum += daily[age];
                    days++;
                }
            }
            return new Mean(days == 0 ? 0 : sum / days, days);
        }
    }
}
