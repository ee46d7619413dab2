package io.osusume.cli;

import io.osusume.errors.UserException;
import io.osusume.io.SampleFiles;
import io.osusume.io.Sessions;
import io.osusume.sample.SampleConfig;
import io.osusume.sample.SampleWorld;
import io.osusume.sample.Theme;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code osusume sample}: a generated company. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Generates the inputs of a company like that of sample-data, of any size; the same options and seed"
                        + " give the same rows.")
final class SampleCommand implements Callable<Integer> {
    @Option(names = "--customers", required = true, paramLabel = "N", description = "Customers, 1 to 50,000,000.")
    private long customers;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Any whole number.")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the files.")
    private String out;

    @Option(names = "--months", defaultValue = "18", paramLabel = "M", description = "Months of orders, 6 to 60.")
    private int months;

    @Option(names = "--last-day", defaultValue = "2026-06-30", paramLabel = "YYYY-MM-DD", description = "The last day.")
    private LocalDate lastDay;

    @Option(
            names = "--theme",
            defaultValue = "main",
            paramLabel = "THEME",
            description = "main or alternate: names, ids and prices of products.")
    private String theme;

    @Option(
            names = "--lines-per-customer",
            defaultValue = "10.5",
            paramLabel = "X",
            description = "Order lines per customer on average, 4 to 100.")
    private double linesPerCustomer;

    @Option(
            names = "--usage-per-customer",
            defaultValue = "7.2",
            paramLabel = "Y",
            description = "Usage rows per customer on average, 1 to 200.")
    private double usagePerCustomer;

    @Option(
            names = "--products",
            defaultValue = "0",
            paramLabel = "P",
            description = "Further products beside the catalogue, 0 to 1,000,000.")
    private int products;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SampleConfig config = new SampleConfig(
                customers, seed, months, lastDay, Theme.parse(theme), linesPerCustomer, usagePerCustomer, products);
        long start = System.nanoTime();
        SparkSession spark = Sessions.open(ZoneOffset.UTC);
        try {
            new SampleFiles(out, spark.sparkContext().hadoopConfiguration())
                    .write(SampleWorld.generate(spark, config).byName(), customers);
        } catch (IOException e) {
            throw UserException.configuration(
                    "--out " + out + ": cannot be written: " + e.getMessage() + ". Give a folder that can.", e);
        }
        PrintWriter printer = spec.commandLine().getOut();
        printer.printf(
                Locale.ROOT,
                "Generated %,d customers (seed %d, %s) in %s (%.1f s)%n",
                customers,
                seed,
                theme,
                out,
                (System.nanoTime() - start) / 1e9);
        return 0;
    }
}
