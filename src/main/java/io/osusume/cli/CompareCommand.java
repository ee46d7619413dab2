package io.osusume.cli;

import io.osusume.errors.ExitCode;
import io.osusume.io.Sessions;
import io.osusume.io.WarehouseComparison;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume compare}: whether two warehouses hold the same rows, as before and after a new version. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Compares all tables of two warehouses row by row, whatever the order of rows and files.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the same rows and columns", "1:something differs", "2:usage"})
final class CompareCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;

    @Parameters(index = "0", paramLabel = "A", description = "Folder of one warehouse.")
    private String a;

    @Parameters(index = "1", paramLabel = "B", description = "Folder of the other.")
    private String b;

    @Option(
            names = "--as-of",
            paramLabel = "YYYY-MM-DD",
            description = "The run date to compare. Default: of each table, its newest.")
    private LocalDate asOf;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<WarehouseComparison.Compared> tables =
                new WarehouseComparison(Sessions.open(ZoneOffset.UTC), a, b).tables(Optional.ofNullable(asOf));
        tables.forEach(t -> out.printf(
                "%-20s %,12d rows  %s%n",
                t.table(), t.rows(), t.findings().isEmpty() ? "same" : String.join("; ", t.findings())));
        long different = tables.stream().filter(t -> !t.findings().isEmpty()).count();
        out.println(different == 0 ? "All the same." : different + " of " + tables.size() + " tables differ.");
        return different == 0 ? ExitCode.PUBLISHED.code() : DIFFERENT;
    }
}
