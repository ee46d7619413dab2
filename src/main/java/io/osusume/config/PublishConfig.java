package io.osusume.config;

import java.util.Optional;

/** What may be published without a person having looked. */
public record PublishConfig(
        @Range(min = 0, max = 1, unit = "share") Optional<Double> maxChange) {}
