package io.osusume.config;

/** How the backtest is done. */
public record BacktestConfig(
        @Range(min = 100, max = 100_000, unit = "resamples") int resamples,
        @Range(min = 0.5, max = 0.999, unit = "probability") double confidence,
        long seed,
        Als als) {

    /** MLlib's alternating least squares for implicit feedback. */
    public record Als(
            @Range(min = 1, max = 512, unit = "factors") int rank,
            @Range(above = 0) double alpha,
            @Range(min = 0) double regularisation,
            @Range(min = 1, max = 100, unit = "iterations") int iterations) {}
}
