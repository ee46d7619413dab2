package io.osusume.config;

/**
 * How the backtest is done.
 *
 * @param resamples of the customers, for intervals
 * @param confidence of the intervals
 * @param seed of the resamples and of ALS
 * @param als the baseline
 */
public record BacktestConfig(int resamples, double confidence, long seed, Als als) {
    public BacktestConfig {
        new Checks()
                .between("resamples", resamples, 100, 100_000)
                .between("confidence", confidence, 0.5, 0.999)
                .verify();
    }

    /**
     * MLlib's alternating least squares for implicit feedback.
     *
     * @param rank factors
     * @param alpha how much more a purchase weighs than none
     * @param regularisation of the factors
     * @param iterations of the fit
     */
    public record Als(int rank, double alpha, double regularisation, int iterations) {
        public Als {
            new Checks()
                    .between("rank", rank, 1, 512)
                    .positive("alpha", alpha)
                    .atLeast("regularisation", regularisation, 0)
                    .between("iterations", iterations, 1, 100)
                    .verify();
        }
    }
}
