package io.osusume.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.osusume.config.ConfigLoader;
import io.osusume.doctor.Doctor;
import io.osusume.doctor.Finding;
import io.osusume.doctor.Finding.Level;
import io.osusume.errors.ExitCode;
import io.osusume.io.Sessions;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume doctor}: what can be known before a night. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Looks at machine, warehouse, secrets and every input as a night would, and says PASS, WARN or FAIL with"
                        + " what to do. Publishes nothing. Ends with 0 when nothing fails, else 2 (configuration, machine) or 3 (data).")
final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = "--json",
            description =
                    "Prints one JSON object when all is looked at: findings (level, about, says, fix) and exit_code.")
    private boolean json;

    @Mixin
    private CommonOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ConfigLoader.Loaded loaded = options.load();
        PrintWriter out = spec.commandLine().getOut();
        Consumer<Finding> told = json ? finding -> {} : finding -> tell(out, finding);
        Finding valid = new Finding(Level.PASS, "configuration", "valid (hash " + loaded.hash() + ")", "");
        told.accept(valid);
        SparkSession spark = Sessions.open(loaded.config().run().zone());
        List<Finding> findings = new Doctor(spark, loaded.config(), Clock.systemUTC()).look(told);
        int code = code(findings);
        if (json) {
            out.println(
                    asJson(Stream.concat(Stream.of(valid), findings.stream()).toList(), code));
        } else {
            sum(out, findings);
        }
        return code;
    }

    private static void sum(PrintWriter out, List<Finding> findings) {
        long warnings = findings.stream().filter(f -> f.level() == Level.WARN).count();
        long notes = findings.stream().filter(f -> f.level() == Level.NOTE).count();
        long failures = findings.stream().filter(f -> f.level().fails()).count();
        out.printf(
                "%n%d PASS, %d WARN, %d FAIL.%s%n",
                1 + findings.size() - warnings - notes - failures,
                warnings,
                failures,
                failures == 0
                        ? " A night can run: scripts/osusume nightly with the same options."
                        : " Mend what fails first.");
    }

    private static String asJson(List<Finding> findings, int code) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode list = all.putArray("findings");
        findings.forEach(f -> list.addObject()
                .put("level", f.level().name().toLowerCase(Locale.ROOT))
                .put("about", f.about())
                .put("says", f.says())
                .put("fix", f.fix().isEmpty() ? null : f.fix()));
        return all.put("exit_code", code).toPrettyString();
    }

    private static void tell(PrintWriter out, Finding finding) {
        String level = finding.level().fails() ? "FAIL" : finding.level().name();
        out.println(level + "  " + finding.about() + ": " + finding.says().replace("\n", "\n      "));
        if (!finding.fix().isEmpty()) {
            out.println("      → " + finding.fix());
        }
        out.flush();
    }

    private static int code(List<Finding> findings) {
        if (findings.stream().anyMatch(f -> f.level() == Level.FAIL)) {
            return ExitCode.CONFIGURATION.code();
        }
        return findings.stream().anyMatch(f -> f.level() == Level.FAIL_DATA)
                ? ExitCode.DATA.code()
                : ExitCode.PUBLISHED.code();
    }
}
