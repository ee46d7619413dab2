package io.osusume.io;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Makes the staged tables of a run visible, in an order that a crash at any point leaves healable: a journal says what is to
 * be done, each step does nothing when it has been done already, and the next run carries an unfinished journal out.
 * Readers see a table's date whole or, for the instant of a rerun's swap, not at all.
 */
final class Publication {
    private static final String JOURNAL = "_journal.json";
    private static final String CURRENT = "_current.json";

    private final FileSystem files;
    private final Path root;

    Publication(FileSystem files, Path root) {
        this.files = files;
        this.root = root;
    }

    /** What a journal says: the tables of a run in the order of their publication. */
    record Journal(String runId, String runDate, List<String> tables) {}

    Path runFile(String runId) {
        return new Path(root, "_runs/" + runId + ".json");
    }

    Path visible(String table, String runDate) {
        return new Path(root, table + "/run_date=" + runDate);
    }

    /** The warehouse. */
    Path root() {
        return root;
    }

    Path staging(String runId) {
        return new Path(root, "_staging/" + runId);
    }

    /** Publishes: from the moment that the journal stands, the run will be published whole, by this process or the next. */
    void publish(Journal journal, Manifest manifest) throws IOException {
        Json.write(files, new Path(staging(journal.runId()), "manifest.json"), manifest);
        Json.write(files, new Path(root, JOURNAL), journal);
        carryOut(journal);
    }

    /** Carries out what a crashed run left undone. */
    void heal() throws IOException {
        Path journal = new Path(root, JOURNAL);
        if (files.exists(journal)) {
            carryOut(Json.read(files, journal, Journal.class));
        }
    }

    private void carryOut(Journal journal) throws IOException {
        for (String table : journal.tables()) {
            swap(journal, table);
        }
        Path manifest = new Path(staging(journal.runId()), "manifest.json");
        if (files.exists(manifest)) {
            Json.write(files, runFile(journal.runId()), Json.read(files, manifest, Manifest.class));
        }
        nameCurrent(journal);
        new PlanFolder(files, root).published(journal.runId());
        files.delete(new Path(root, "_replaced/" + journal.runId()), true);
        files.delete(staging(journal.runId()), true);
        files.delete(new Path(root, JOURNAL), false);
    }

    private void swap(Journal journal, String table) throws IOException {
        Path staged = new Path(staging(journal.runId()), table);
        if (!files.exists(staged)) {
            return; // done before the crash
        }
        Path visible = visible(table, journal.runDate());
        if (files.exists(visible)) {
            move(visible, new Path(root, "_replaced/" + journal.runId() + "/" + table));
        }
        move(staged, visible);
    }

    private void move(Path from, Path to) throws IOException {
        files.mkdirs(to.getParent());
        if (!files.rename(from, to)) {
            throw new IOException("Could not rename " + from + " to " + to);
        }
    }

    /** {@code _current.json}: table → newest complete run date. */
    private void nameCurrent(Journal journal) throws IOException {
        Map<String, String> current = current();
        journal.tables().forEach(t -> current.merge(t, journal.runDate(), (a, b) -> a.compareTo(b) >= 0 ? a : b));
        Json.write(files, new Path(root, CURRENT), current);
    }

    @SuppressWarnings("unchecked")
    Map<String, String> current() throws IOException {
        Path file = new Path(root, CURRENT);
        return new TreeMap<String, String>(files.exists(file) ? Json.read(files, file, Map.class) : Map.of());
    }
}
