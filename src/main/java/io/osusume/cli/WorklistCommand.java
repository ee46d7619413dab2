package io.osusume.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lower;

import io.osusume.config.ConfigLoader;
import io.osusume.config.RunConfig.Language;
import io.osusume.errors.UserException;
import io.osusume.io.Sessions;
import io.osusume.io.Warehouse;
import io.osusume.sheets.Order;
import io.osusume.sheets.OwnerFiles;
import io.osusume.sheets.Words;
import io.osusume.tables.AccountBriefs;
import io.osusume.tables.Table;
import io.osusume.tables.Worklist;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume worklist}: what there is to do, from the published tables: for a person to read, or as files. */
@Command(
        name = "worklist",
        mixinStandardHelpOptions = true,
        description =
                "Tells what there is to do: help before selling, renewal talks, follow-ups, welcomes, offers, check-ins, and the"
                        + " accounts of the owner. Without --owner how much there is for whom. Reads the newest published worklist (or that"
                        + " of --as-of).",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "2:configuration or usage: no such owner, or no worklist was published"})
final class WorklistCommand implements Callable<Integer> {
    private static final LocalDate NEWEST = LocalDate.of(9999, 12, 30);
    private static final int MOST_NAMES = 20;

    @Option(names = "--owner", paramLabel = "NAME", description = "Whose: as customers.owner has it, or the pool.")
    private String owner;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes a file for each owner (or --owner alone) into this folder.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "xlsx",
            description = "Of the files: xlsx, a workbook, or csv, which Excel opens too. Default: ${DEFAULT-VALUE}.")
    private OwnerFiles.Format format;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "20",
            description = "Prints so many things at most; 0: all. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Option(names = "--json", description = "Prints the rows, one JSON object a line.")
    private boolean json;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "en or ja. Default: run.language.")
    private Language language;

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ConfigLoader.Loaded loaded = options.load();
        Warehouse warehouse = new Warehouse(
                Sessions.open(loaded.config().run().zone()), loaded.config().warehouse());
        LocalDate until = loaded.config().run().asOf().orElse(NEWEST).plusDays(1);
        LocalDate night = warehouse
                .newest(until, Worklist.TABLE)
                .orElseThrow(() -> UserException.configuration("There is no worklist in " + warehouse.path()
                        + (until.isAfter(NEWEST) ? "" : " as of " + until.minusDays(1))
                        + ". Publish one by: scripts/osusume nightly, or give the --conf or --warehouse of a night that"
                        + " was published."));
        Dataset<Row> tasks = mine(warehouse, until, Worklist.TABLE, Worklist.OWNER);
        Dataset<Row> briefs = mine(warehouse, until, AccountBriefs.TABLE, AccountBriefs.OWNER);
        PrintWriter to = spec.commandLine().getOut();
        Language wanted = language == null ? loaded.config().run().language() : language;
        if (out != null) {
            write(tasks, briefs, to, wanted);
        } else if (json) {
            sorted(tasks, Worklist.OWNER, Order.ofTasks()).forEachRemaining(row -> to.println(row.json()));
        } else if (owner == null) {
            new WorklistText(wanted, to).overview(tasks, night);
        } else {
            new WorklistText(wanted, to).print(owner, night, tasks, briefs, top);
        }
        return 0;
    }

    private void write(Dataset<Row> tasks, Dataset<Row> briefs, PrintWriter to, Language wanted) throws IOException {
        List<Path> files = new OwnerFiles(out, format, wanted)
                .write(
                        sorted(tasks, Worklist.OWNER, Order.ofTasks()),
                        sorted(briefs, AccountBriefs.OWNER, Order.ofAccounts()));
        to.println(new Words(wanted).say("written", files.size(), out));
    }

    private static Iterator<Row> sorted(Dataset<Row> rows, String by, Column[] then) {
        Column[] order = Stream.concat(Stream.of(col(by)), Stream.of(then)).toArray(Column[]::new);
        return rows.orderBy(order).toLocalIterator();
    }

    /** All rows of the night, or the owner's. */
    private Dataset<Row> mine(Warehouse warehouse, LocalDate until, Table table, String column) {
        Dataset<Row> all = warehouse.earlier(until, table);
        if (owner == null) {
            return all;
        }
        if (table.equals(Worklist.TABLE)) {
            owner = known(all, warehouse.earlier(until, AccountBriefs.TABLE));
        }
        return all.where(col(column).equalTo(owner));
    }

    /** The owner as the tables have it, where only the case differs. */
    private String known(Dataset<Row> tasks, Dataset<Row> briefs) {
        List<String> owners = tasks
                .select(Worklist.OWNER)
                .union(briefs.select(AccountBriefs.OWNER))
                .distinct()
                .orderBy(lower(col(Worklist.OWNER)), col(Worklist.OWNER))
                .collectAsList()
                .stream()
                .map(r -> r.getString(0))
                .toList();
        return Stream.concat(
                        owners.stream().filter(o -> o.equals(owner)),
                        owners.stream().filter(o -> o.equalsIgnoreCase(owner)))
                .findFirst()
                .orElseThrow(() -> UserException.configuration("--owner " + owner
                        + ": nobody of that name has anything to do. Owners are: "
                        + String.join(", ", owners.subList(0, Math.min(owners.size(), MOST_NAMES)))
                        + (owners.size() > MOST_NAMES
                                ? String.format(Locale.ROOT, " and %,d more", owners.size() - MOST_NAMES)
                                : "")
                        + "."));
    }
}
