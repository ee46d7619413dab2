package io.osusume.io;

import io.osusume.errors.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The plan of a warehouse, at most one: {@code _plan/tables/<table>}, {@code difference.json}, and {@code plan.json}, which is written
 * last and says that the rest is whole. A new plan takes the place of the old one. When a run is published the planned tables
 * are removed, since nothing may publish them any more; {@code plan.json} stays to say why.
 */
public final class PlanFolder {
    private static final String FOLDER = "_plan";

    private final FileSystem files;
    private final Path root;
    private final Path folder;

    PlanFolder(FileSystem files, Path root) {
        this.files = files;
        this.root = root;
        this.folder = new Path(root, FOLDER);
    }

    /** The plan, if there is one. */
    public Optional<Plan> plan() {
        try {
            return files.exists(file("plan"))
                    ? Optional.of(Json.read(files, file("plan"), Plan.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The plan, which must be there.
     *
     * @throws UserException when there is none
     */
    public Plan required() {
        return plan().orElseThrow(() -> UserException.configuration("There is no plan in "
                + ("file".equals(folder.toUri().getScheme()) ? folder.toUri().getPath() : folder)
                + ". Make one: scripts/osusume plan with the same --conf and --warehouse."));
    }

    /** What the plan would change, as a text of JSON. */
    public String differenceAsJson() {
        try (var in = files.open(file("difference"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the plan would change. */
    public <T> T difference(Class<T> type) {
        try {
            return Json.read(files, file("difference"), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes over what a run staged, in the place of the plan before. */
    void keep(Path staged, Made made, Object difference) throws IOException {
        files.delete(folder, true);
        files.mkdirs(folder);
        if (!files.rename(staged, tables())) {
            throw new IOException("Could not rename " + staged + " to " + tables());
        }
        Json.write(files, file("difference"), difference);
        Plan plan = new Plan(made.manifest(), made.tables(), made.sources(), published(), listing());
        Json.write(files, file("plan"), plan);
    }

    /** What a run knows of the plan that it makes. */
    record Made(Manifest manifest, List<String> tables, Plan.Sources sources) {}

    /** Hands the planned tables over to a run that publishes them. */
    void handOver(Path staging) throws IOException {
        files.mkdirs(staging.getParent());
        if (!files.rename(tables(), staging)) {
            throw new IOException("Could not rename " + tables() + " to " + staging);
        }
    }

    /** After a run was published: of its own plan nothing is left, of another one only what it was. */
    void published(String runId) throws IOException {
        boolean own = plan().map(plan -> plan.runId().equals(runId)).orElse(true);
        files.delete(own ? folder : tables(), true);
    }

    /** What has been published or changed by hand since the plan was made, in sentences; empty when nothing has. */
    public List<String> moved(Plan plan) {
        try {
            List<String> now = published();
            List<String> moved = new ArrayList<>();
            now.stream()
                    .filter(run -> !plan.runs().contains(run))
                    .forEach(run -> moved.add("the run " + run + " has been published since"));
            plan.runs().stream()
                    .filter(run -> !now.contains(run))
                    .forEach(run -> moved.add("the run " + run + " is gone from _runs"));
            if (moved.isEmpty()) {
                List<String> changes = plan.files().changes(listing());
                if (!changes.isEmpty()) {
                    moved.add("the planned tables themselves: " + Listing.few(changes));
                }
            }
            return moved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path tables() {
        return new Path(folder, "tables");
    }

    private Path file(String name) {
        return new Path(folder, name + ".json");
    }

    private List<String> published() throws IOException {
        Path runs = new Path(root, "_runs");
        return files.exists(runs)
                ? Arrays.stream(files.listStatus(runs))
                        .map(f -> f.getPath().getName())
                        .filter(name -> name.endsWith(".json") && !name.startsWith("."))
                        .map(name -> name.replaceFirst("\\.json$", ""))
                        .sorted()
                        .toList()
                : List.of();
    }

    private Listing listing() throws IOException {
        List<FileStatus> found = new ArrayList<>();
        if (files.exists(tables())) {
            var all = files.listFiles(tables(), true);
            while (all.hasNext()) {
                found.add(all.next());
            }
        }
        return Listing.of("plan", found);
    }
}
