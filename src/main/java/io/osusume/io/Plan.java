package io.osusume.io;

import java.util.List;

/**
 * A night that was carried out whole and waits to be published.
 *
 * @param manifest of the night, but that it is not published yet
 * @param tables those to publish, in this order
 * @param sources what it was made from
 * @param runs what had been published when it was made
 * @param files the planned tables' own
 */
public record Plan(Manifest manifest, List<String> tables, Sources sources, List<String> runs, Listing files) {
    public Plan {
        tables = List.copyOf(tables);
        runs = List.copyOf(runs);
    }

    /**
     * What a plan was made from.
     *
     * @param settings every one as {@code key = value}, secrets masked
     * @param inputs the files that were read
     * @param unseen inputs of which cannot be seen whether they change, such as {@code inputs.orders}: tables, databases
     */
    public record Sources(List<String> settings, List<Listing> inputs, List<String> unseen) {
        public Sources {
            settings = List.copyOf(settings);
            inputs = List.copyOf(inputs);
            unseen = List.copyOf(unseen);
        }
    }

    public String runId() {
        return manifest.runId();
    }
}
