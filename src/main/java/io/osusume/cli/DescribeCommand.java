package io.osusume.cli;

import io.osusume.pipeline.PublishedTables;
import io.osusume.tables.Input;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code osusume describe}: the data dictionary. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Tells what the inputs and the published tables hold: without TABLE what one row of each is,"
                + " with TABLE its columns with type, unit and what null means. Starts no Spark.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "2:there is no such table or column"})
final class DescribeCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TABLE[.COLUMN]",
            description = "An input or a published table, such as offers, or one column, such as offers.p_accept.")
    private String name;

    @Option(names = "--json", description = "Prints JSON for tools: one object a table, with its key and columns.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Description description =
                new Description(Input.all().stream().map(Input::table).toList(), PublishedTables.all());
        if (json) {
            out.println(description.json(name));
        } else {
            (name == null ? description.tables() : description.of(name)).forEach(out::println);
        }
        return 0;
    }
}
