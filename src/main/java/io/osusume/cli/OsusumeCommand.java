package io.osusume.cli;

import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line as a whole. */
@Command(
        name = "osusume",
        description = "Ranked, explained offers for your existing customers, from your own orders and usage.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NightlyCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            RunCommand.class,
            RunsCommand.class,
            SampleCommand.class,
            BacktestCommand.class,
            PlanExperimentCommand.class,
            CheckConfigCommand.class,
            InitCommand.class,
            DoctorCommand.class,
            CompareCommand.class,
            ExplainCommand.class,
            WorklistCommand.class,
            ReportCommand.class,
            DescribeCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:published, or done",
            "1:anything else: a bug, with a stack trace",
            "2:configuration or usage",
            "3:data quality or freshness; nothing published",
            "4:another run holds the lock",
            "5:the night swings further than publish.max_change, and waits as a plan; nothing published"
        })
public final class OsusumeCommand {
    private OsusumeCommand() {}

    /** Carries out a command line; the process should end with the exit code returned. */
    public static int execute(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new OsusumeCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> explain(e, command.getErr()));
        if (args.length == 0) {
            line.usage(err);
            return ExitCode.CONFIGURATION.code();
        }
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static int explain(Exception e, PrintWriter err) {
        if (e instanceof UserException user) {
            err.println(user.getMessage());
            return user.exitCode().code();
        }
        err.println("This is a bug in Osusume, or an error of the machine or the cluster it runs on:");
        e.printStackTrace(err);
        return ExitCode.BUG.code();
    }
}
