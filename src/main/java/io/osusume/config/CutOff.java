package io.osusume.config;

import java.util.Optional;

/** From which value on something is high: a quantile over tonight's customers, or an absolute value. Exactly one is set. */
public record CutOff(
        @Range(min = 0, max = 1, unit = "share of customers")
        Optional<Double> quantile,

        Optional<Double> absolute) {
    public CutOff {
        new Checks()
                .that(
                        quantile.isPresent() != absolute.isPresent(),
                        "quantile",
                        quantile.map(String::valueOf).orElse("null"),
                        "exactly one of quantile and absolute must be set",
                        "set the other one to null")
                .verify();
    }

    /** Cuts at a quantile. */
    public static CutOff quantile(double quantile) {
        return new CutOff(Optional.of(quantile), Optional.empty());
    }

    /** Cuts at a value. */
    public static CutOff absolute(double value) {
        return new CutOff(Optional.empty(), Optional.of(value));
    }
}
