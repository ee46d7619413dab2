package io.osusume.doctor;

import io.osusume.config.OsusumeConfig;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import io.osusume.intake.InputTrial;
import io.osusume.intake.ReferenceTrial;
import io.osusume.intake.TrialResult;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/** Looks at everything that can be known before a night. */
public final class Doctor {
    /** Rows of an input that are read; of a larger one the first ones. */
    private static final long MOST_ROWS = 2_000_000;
    /** Of an input row as it lies on a disk, about. */
    private static final long BYTES_PER_ROW = 60;

    private final SparkSession spark;
    private final OsusumeConfig config;
    private final Clock clock;
    private final LocalDate asOf;

    public Doctor(SparkSession spark, OsusumeConfig config, Clock clock) {
        this.spark = spark;
        this.config = config;
        this.clock = clock;
        this.asOf = config.run().asOf().orElseGet(() -> LocalDate.now(
                        clock.withZone(config.run().zone()))
                .minusDays(1));
    }

    /**
     * Looks, and tells each finding as soon as it is made.
     *
     * @return all of them
     */
    public List<Finding> look(Consumer<Finding> tell) {
        List<Finding> all = new ArrayList<>();
        Consumer<Finding> each = finding -> {
            all.add(finding);
            tell.accept(finding);
        };
        InputTrial trial = new InputTrial(spark, config);
        long rows = 0;
        long bytes = 0;
        for (Input input : present()) {
            rows += trial.aboutRows(input);
            bytes += BYTES_PER_ROW * trial.aboutRows(input);
        }
        Machine.findings(
                        spark.version(),
                        rows,
                        clock,
                        config.run().zone(),
                        config.run().asOf())
                .forEach(each);
        new Places(spark.sparkContext().hadoopConfiguration())
                .findings(config.warehouse().path(), config.warehouse().lockExpiresMinutes(), bytes, clock.millis())
                .forEach(each);
        Secrets.findings(config).forEach(each);
        data(trial, each);
        return all;
    }

    private List<Input> present() {
        return Input.all().stream()
                .filter(i -> config.inputs().of(i).isPresent())
                .toList();
    }

    private void data(InputTrial trial, Consumer<Finding> each) {
        DataFindings findings = new DataFindings(config, asOf);
        Map<Input, TrialResult> results = new HashMap<>();
        for (Input input : present()) {
            try {
                TrialResult result = trial.of(input, asOf, MOST_ROWS);
                results.put(input, result);
                findings.of(result).forEach(each);
            } catch (UserException e) {
                boolean data = e.exitCode() == ExitCode.DATA;
                String message = e.getMessage();
                each.accept(
                        data
                                ? Finding.failData(input.name(), message, "mend the data as said")
                                : Finding.fail(input.name(), message, "mend the setting as said"));
            }
        }
        if (results.containsKey(Orders.INPUT)) {
            new HistoryFindings(config).of(results.get(Orders.INPUT)).forEach(each);
        }
        trial.references().ifPresent(r -> references(r, each));
        consent(results, each);
        Input.all().stream()
                .filter(i -> !present().contains(i))
                .forEach(i -> each.accept(Finding.note("no " + i.name(), "without it " + i.without())));
    }

    private static void references(ReferenceTrial references, Consumer<Finding> each) {
        references.shares().forEach(s -> each.accept(Finding.pass("match", s)));
        references
                .strangers()
                .forEach(s -> each.accept(Finding.failData("match", s, "map the column that holds them")));
        references.notes().forEach(n -> each.accept(Finding.warn("match", n, "")));
        references.problem().ifPresent(p -> each.accept(Finding.failData("match", p, "mend the ids as said")));
    }

    private void consent(Map<Input, TrialResult> results, Consumer<Finding> each) {
        TrialResult customers = results.get(Customers.INPUT);
        boolean mapped = customers != null && customers.mapped().contains(Customers.MARKETING_CONSENT);
        if (mapped) {
            each.accept(Finding.pass("consent", "by customers.marketing_consent; null means no"));
        } else if (config.consent().assume()) {
            each.accept(Finding.warn(
                    "consent",
                    "consent.assume = true: everybody may be offered something",
                    "be sure that the law allows it"));
        } else {
            each.accept(Finding.warn(
                    "consent",
                    "no column tells it and consent.assume = false: nobody is offered anything",
                    "inputs.customers.columns.marketing_consent = \"…\", or consent.assume = true where you may"));
        }
    }
}
