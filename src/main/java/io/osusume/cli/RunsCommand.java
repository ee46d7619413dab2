package io.osusume.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.osusume.config.ConfigLoader;
import io.osusume.errors.UserException;
import io.osusume.io.Manifest;
import io.osusume.io.RunHistory;
import io.osusume.io.Sessions;
import io.osusume.io.Warehouse;
import io.osusume.tables.Offers;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume runs}: what was run, and what became of it. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description =
                "Lists the runs of a warehouse, the newest first: the day that each looked back from, its state (published;"
                        + " replaced by later runs of that day; planned: waits for apply), offers, seconds.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed, or there is none", "2:configuration or usage"})
final class RunsCommand implements Callable<Integer> {
    private static final String LINE = "%-10s  %-9s  %10s  %8s  %s%n";

    @Option(
            names = "--json",
            description = "Prints one JSON object: warehouse and runs, each with run_id, run_date, state, started_at,"
                    + " published_at, seconds, offers, inputs (name → accepted, rejected, after_as_of, newest: the newest time of an"
                    + " accepted row, null where the input has none), tables (name → rows), headlines, notes.")
    private boolean json;

    @Option(names = "--last", paramLabel = "N", description = "Lists at most so many. Default: ${DEFAULT-VALUE}.")
    private int last = 30;

    @Mixin
    private ConfigOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (last < 1) {
            throw UserException.configuration("--last takes a number of runs of at least 1, not " + last + ".");
        }
        ConfigLoader.Loaded loaded = options.load(List.of());
        Warehouse warehouse = new Warehouse(
                Sessions.open(loaded.config().run().zone()), loaded.config().warehouse());
        List<RunHistory.Entry> runs = warehouse.runs().stream().limit(last).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(asJson(warehouse.path(), runs));
        } else {
            tell(out, warehouse.path(), runs);
        }
        return 0;
    }

    private static void tell(PrintWriter out, String warehouse, List<RunHistory.Entry> runs) {
        if (runs.isEmpty()) {
            out.println("No run lies in " + warehouse + ".");
            return;
        }
        out.printf(Locale.ROOT, LINE, "as of", "state", "offers", "seconds", "run");
        for (RunHistory.Entry run : runs) {
            Manifest of = run.manifest();
            Long offers = offers(of);
            out.printf(
                    Locale.ROOT,
                    LINE,
                    of.runDate(),
                    state(run),
                    offers == null ? "–" : String.format(Locale.ROOT, "%,d", offers),
                    String.format(Locale.ROOT, "%.1f", seconds(of)),
                    of.runId());
        }
    }

    private static String asJson(String warehouse, List<RunHistory.Entry> runs) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("warehouse", warehouse);
        ArrayNode list = all.putArray("runs");
        for (RunHistory.Entry run : runs) {
            Manifest of = run.manifest();
            boolean planned = run.state() == RunHistory.State.PLANNED;
            ObjectNode one = list.addObject()
                    .put("run_id", of.runId())
                    .put("run_date", of.runDate())
                    .put("state", state(run))
                    .put("started_at", of.startedAt())
                    .put("published_at", planned ? null : of.publishedAt())
                    .put("seconds", seconds(of))
                    .put("offers", offers(of));
            ObjectNode inputs = one.putObject("inputs");
            of.inputs().forEach((name, input) -> rows(inputs.putObject(name), input));
            ObjectNode tables = one.putObject("tables");
            of.tables().forEach((name, table) -> tables.put(name, table.rows()));
            of.headlines().forEach(one.putArray("headlines")::add);
            of.notes().forEach(one.putArray("notes")::add);
        }
        return all.toPrettyString();
    }

    private static void rows(ObjectNode json, Manifest.InputRows input) {
        json.put("accepted", input.accepted())
                .put("rejected", input.rejected())
                .put("after_as_of", input.afterAsOf())
                .put("newest", input.newest());
    }

    private static String state(RunHistory.Entry run) {
        return run.state().name().toLowerCase(Locale.ROOT);
    }

    /** Of a run that made no offers null. */
    private static Long offers(Manifest run) {
        Manifest.TableRows rows = run.tables().get(Offers.TABLE.name());
        return rows == null ? null : rows.rows();
    }

    /** From its beginning until it was published, or the plan was made; of a plan that was applied with the time in which it waited. */
    private static double seconds(Manifest run) {
        return Duration.between(Instant.parse(run.startedAt()), Instant.parse(run.publishedAt()))
                        .toMillis()
                / 1e3;
    }
}
