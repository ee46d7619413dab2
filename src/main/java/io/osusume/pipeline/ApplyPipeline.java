package io.osusume.pipeline;

import io.osusume.config.ConfigLoader;
import io.osusume.errors.UserException;
import io.osusume.intake.source.SeenFiles;
import io.osusume.io.Manifest;
import io.osusume.io.Plan;
import io.osusume.io.PlanFolder;
import io.osusume.io.Run;
import io.osusume.io.Warehouse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/** Publishes a planned night, byte for byte, where nothing that it was made from has moved. */
public final class ApplyPipeline {
    /** Settings that no planned byte depends on; the night's day is the plan's. */
    private static final List<String> OF_NO_TABLE = List.of("run.as_of", "warehouse.", "publish.", "report.");

    private final SparkSession spark;
    private final ConfigLoader.Loaded loaded;

    public ApplyPipeline(SparkSession spark, ConfigLoader.Loaded loaded) {
        this.spark = spark;
        this.loaded = loaded;
    }

    /**
     * Publishes the plan of the warehouse.
     *
     * @throws UserException when there is none, or naming everything that moved since it was made
     */
    public NightReport apply(Clock clock) {
        Warehouse warehouse = new Warehouse(spark, loaded.config().warehouse());
        PlanFolder folder = warehouse.plans();
        Plan waiting = folder.required();
        LocalDate runDate = LocalDate.parse(waiting.manifest().runDate());
        try (Run run = warehouse.begin(waiting.runId(), runDate)) {
            Plan plan = folder.required(); // under the lock, and after what a crashed run left undone
            requireUnmoved(plan, moved(plan, folder));
            if (!plan.runId().equals(waiting.runId())) {
                throw UserException.locked("Another plan took the place of " + waiting.runId()
                        + " just now. Look at it (scripts/osusume plan --show), then apply it.");
            }
            Manifest manifest = plan.manifest().published(clock.instant().toString());
            run.planning().stage(plan, PublishedTables.all());
            run.publish(manifest, plan.tables());
            return new NightReport(manifest, run.published(), warehouse.path());
        }
    }

    private List<String> moved(Plan plan, PlanFolder folder) {
        List<String> moved = new ArrayList<>(folder.moved(plan));
        moved.addAll(settings(plan));
        moved.addAll(SeenFiles.changes(
                plan.sources().inputs(),
                loaded.config().inputs(),
                loaded.config().sources(),
                spark.sparkContext().hadoopConfiguration()));
        return moved;
    }

    private static void requireUnmoved(Plan plan, List<String> moved) {
        if (!moved.isEmpty()) {
            throw UserException.configuration("The plan of " + plan.manifest().runDate() + " (" + plan.runId()
                    + ") is not applied; since it was made something has moved:\n  " + String.join("\n  ", moved)
                    + "\nPlan again and look again: scripts/osusume plan, then apply, both with the same options.");
        }
    }

    /** Settings that differ from the plan's. */
    private List<String> settings(Plan plan) {
        Map<String, String> then = byKey(plan.sources().settings());
        Map<String, String> now = byKey(loaded.settings());
        TreeSet<String> keys = new TreeSet<>(then.keySet());
        keys.addAll(now.keySet());
        List<String> differ = new ArrayList<>();
        loaded.config()
                .run()
                .asOf()
                .filter(day -> !day.toString().equals(plan.manifest().runDate()))
                .ifPresent(day -> differ.add("run.as_of is " + day + " here, the plan is of "
                        + plan.manifest().runDate()));
        keys.stream()
                .filter(key -> OF_NO_TABLE.stream().noneMatch(key::startsWith))
                .filter(key -> !now.getOrDefault(key, "null").equals(then.getOrDefault(key, "null")))
                .forEach(key -> differ.add(key + " is " + now.getOrDefault(key, "null") + " here, "
                        + then.getOrDefault(key, "null") + " in the plan"));
        return differ;
    }

    private static Map<String, String> byKey(List<String> settings) {
        Map<String, String> byKey = new TreeMap<>();
        settings.forEach(
                line -> byKey.put(line.substring(0, line.indexOf(" = ")), line.substring(line.indexOf(" = ") + 3)));
        return byKey;
    }
}
