package io.osusume.io;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs of a warehouse, the newest first: a plan that waits, then what was published. */
public final class RunHistory {
    private RunHistory() {}

    /** What became of a run. */
    public enum State {
        /** Waits to be applied. */
        PLANNED,
        /** What it published, or some of it, is there. */
        PUBLISHED,
        /** Later runs of the same date published each of its tables again. */
        REPLACED
    }

    /** One run. */
    public record Entry(Manifest manifest, State state) {}

    /**
     * All runs in the order in which they began.
     *
     * @param plan the one that waits to be applied, if one does
     */
    static List<Entry> of(List<Manifest> published, Optional<Plan> plan) {
        List<Manifest> newest = published.stream()
                .sorted(Comparator.comparing(Manifest::publishedAt)
                        .thenComparing(Manifest::runId)
                        .reversed())
                .toList();
        Map<String, String> of = new HashMap<>();
        newest.forEach(run -> run.tables().keySet().forEach(table -> of.putIfAbsent(place(run, table), run.runId())));
        Stream<Entry> told = newest.stream()
                .map(run -> new Entry(
                        run,
                        run.tables().keySet().stream()
                                        .anyMatch(table -> run.runId().equals(of.get(place(run, table))))
                                ? State.PUBLISHED
                                : State.REPLACED));
        return Stream.concat(plan.stream().map(p -> new Entry(p.manifest(), State.PLANNED)), told)
                .sorted(Comparator.comparing((Entry e) -> e.manifest().startedAt())
                        .thenComparing(e -> e.manifest().runId())
                        .reversed())
                .toList();
    }

    private static String place(Manifest run, String table) {
        return run.runDate() + " " + table;
    }
}
