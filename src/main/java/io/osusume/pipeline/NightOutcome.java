package io.osusume.pipeline;

import java.util.Optional;

/** What became of a night: it is published, or it swings further than {@code publish.max_change} and waits as a plan. */
public record NightOutcome(Optional<NightReport> published, Optional<PlannedNight> held) {
    static NightOutcome published(NightReport report) {
        return new NightOutcome(Optional.of(report), Optional.empty());
    }

    static NightOutcome held(PlannedNight plan) {
        return new NightOutcome(Optional.empty(), Optional.of(plan));
    }
}
