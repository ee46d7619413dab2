package io.osusume.cli;

import io.osusume.config.ConfigLoader;
import io.osusume.errors.UserException;
import io.osusume.intake.HeadReader;
import io.osusume.intake.profile.Proposal;
import io.osusume.intake.profile.ProposalText;
import io.osusume.intake.profile.Tables;
import io.osusume.io.Sessions;
import io.osusume.tables.Orders;
import io.osusume.tables.Subscriptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume init PATH…}: a first configuration, proposed from the files themselves. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description =
                "Looks at files and writes a commented configuration that reads them: which file is which input, how each"
                        + " column is made, and what only you can tell. Publishes nothing.")
final class InitCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders or globs: csv with any delimiter and encoding, json, parquet, orc; gz, zst.")
    private List<String> paths;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "osusume.conf",
            showDefaultValue = picocli.CommandLine.Help.Visibility.ALWAYS,
            description = "The configuration to write. A file that is there is not overwritten.")
    private Path out;

    @Option(names = "--check", description = "Shows the proposal and writes nothing.")
    private boolean check;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!check && Files.exists(out)) {
            throw UserException.configuration(out + " is there already. Give another name with --out, move it away, or"
                    + " look at the proposal alone with --check.");
        }
        PrintWriter printer = spec.commandLine().getOut();
        SparkSession spark = Sessions.open(ZoneOffset.UTC);
        Tables tables = Tables.at(paths, new HeadReader(spark));
        Sessions.sizeFor(spark, tables.aboutRows());
        Proposal proposal = Proposal.of(tables);
        if (proposal.input(Orders.INPUT).isEmpty()
                && proposal.input(Subscriptions.INPUT).isEmpty()) {
            throw UserException.configuration(NothingFits.message(tables));
        }
        ProposalTrial.Outcome outcome = new ProposalTrial(spark, Clock.system(ZoneId.systemDefault())).of(proposal);
        String text = ProposalText.of(outcome.proposal(), outcome.findings());
        load(text);
        if (check) {
            printer.print(text);
            printer.println("# Nothing was written. To write it: leave out --check.");
        } else {
            write(text);
            new ProposalSummary(printer).print(outcome.proposal(), outcome.findings(), out);
        }
        return 0;
    }

    /** The proposal must be a configuration: a mistake here is one of Osusume. */
    static ConfigLoader.Loaded load(String text) {
        try {
            Path file = Files.createTempFile("osusume-proposal", ".conf");
            try {
                Files.writeString(file, text);
                return ConfigLoader.load(Optional.of(file), List.of());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            if (out.toAbsolutePath().getParent() != null) {
                Files.createDirectories(out.toAbsolutePath().getParent());
            }
            Files.writeString(out, text, java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw UserException.configuration(
                    "--out " + out + ": cannot be written: " + e.getMessage() + ". Give a file in a folder that can.",
                    e);
        }
    }
}
