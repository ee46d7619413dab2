package io.osusume.config;

/** Who is left alone so that effects can be measured. */
public record ExperimentConfig(
        @Like(value = Like.NOT_BLANK, what = "a name") String id,
        @Range(min = 0, max = 1, unit = "share") double controlShare,
        long seed) {}
