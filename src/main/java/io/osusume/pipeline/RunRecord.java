package io.osusume.pipeline;

import io.osusume.intake.InputCounts;
import io.osusume.intake.Inputs;
import io.osusume.io.Manifest;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.tables.Contract;
import io.osusume.tables.Input;
import io.osusume.tables.InputCheck;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.package$;

/** Writes down what a run did. */
final class RunRecord {
    private final RunRequest night;
    private final String runId;
    private final Instant started;

    RunRecord(RunRequest night, String runId, Instant started) {
        this.night = night;
        this.runId = runId;
        this.started = started;
    }

    Manifest of(Run run, Stages stages, Inputs read, List<String> notes) {
        Map<String, Manifest.InputRows> inputs = new TreeMap<>();
        read.counts().forEach((input, c) -> inputs.put(input.name(), rows(c)));
        Map<String, Manifest.TableRows> tables = new TreeMap<>();
        run.staged().forEach((name, t) -> tables.put(name, new Manifest.TableRows(t.rows(), t.checksum())));
        return new Manifest(
                runId,
                night.asOf().toString(),
                started.toString(),
                night.clock().instant().toString(),
                versions(),
                night.configHash(),
                inputs,
                read.facts().absent().stream().map(Input::name).toList(),
                tables,
                stages.seconds(),
                notes,
                read.headlines(),
                read.matches(),
                night.accepted().stream().map(InputCheck::wire).sorted().toList(),
                read.files().digests());
    }

    private static Manifest.InputRows rows(InputCounts counts) {
        return new Manifest.InputRows(
                counts.accepted(),
                counts.rejected(),
                counts.afterAsOf(),
                counts.newest().map(Instant::toString).orElse(null));
    }

    private Map<String, String> versions() {
        return new TreeMap<>(Map.of(
                "osusume", night.version(),
                "schema", Integer.toString(Contract.VERSION),
                "spark", package$.MODULE$.SPARK_VERSION(),
                "java", System.getProperty("java.version")));
    }
}
