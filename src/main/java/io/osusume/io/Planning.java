package io.osusume.io;

import io.osusume.tables.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a run has to do with a plan: it keeps what it staged as one, or stages one to publish it. */
public final class Planning {
    private final SparkSession spark;
    private final Run.Place place;
    private final Map<String, TableCheck.Result> staged;

    Planning(SparkSession spark, Run.Place place, Map<String, TableCheck.Result> staged) {
        this.spark = spark;
        this.place = place;
        this.staged = staged;
    }

    /** The rows of a table that this run staged; none where it staged no such table. */
    public Dataset<Row> staged(Table table) {
        return staged.containsKey(table.name())
                ? spark.read().schema(table.schema()).parquet(new Path(staging(), table.name()).toString())
                : none(table);
    }

    /** No rows of a table. */
    public Dataset<Row> none(Table table) {
        return spark.createDataFrame(List.of(), table.schema());
    }

    /** Keeps what was staged, and what it would change, until somebody publishes it. Nothing of it is visible. */
    public void keep(Manifest manifest, List<String> tables, Plan.Sources sources, Object difference) {
        place.lock().verifyHeld();
        try {
            place.files().delete(new Path(staging(), "_work"), true);
            for (String table : staged.keySet()) {
                if (!tables.contains(table)) { // worked out for the others only
                    place.files().delete(new Path(staging(), table), true);
                }
            }
            folder().keep(staging(), new PlanFolder.Made(manifest, tables, sources), difference);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stages the planned tables as they lie. */
    public void stage(Plan plan, List<Table> known) {
        place.lock().verifyHeld();
        try {
            folder().handOver(staging());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Table table : known) {
            if (plan.tables().contains(table.name())) {
                Manifest.TableRows rows = plan.manifest().tables().get(table.name());
                staged.put(table.name(), new TableCheck.Result(table, rows.rows(), rows.checksum(), List.of()));
            }
        }
    }

    private PlanFolder folder() {
        return new PlanFolder(place.files(), place.publication().root());
    }

    private Path staging() {
        return place.publication().staging(place.runId());
    }
}
