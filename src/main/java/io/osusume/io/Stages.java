package io.osusume.io;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.RunConfig;
import io.osusume.tables.Table;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;

/** Carries out the stages of one run: writes what each returns, times it, tells how it gets on. */
public final class Stages implements AutoCloseable {
    private final Run run;
    private final Progress progress;
    private final Map<String, Double> seconds = Collections.synchronizedMap(new LinkedHashMap<>());
    private final AtomicInteger begun = new AtomicInteger();
    private final ExecutorService others = Executors.newCachedThreadPool();
    private volatile Executor executor = Runnable::run;

    public Stages(Run run, Progress progress) {
        this.run = run;
        this.progress = progress;
    }

    /** What one stage gave: its result and how many rows it wrote. */
    public record Counted<T>(T result, long rows) {}

    /**
     * Fits what follows to the number of input rows: what is {@link #start started} runs beside the rest where the data is too
     * small to fill the cores, else one stage follows the other.
     */
    public void sizeFor(RunConfig.Mode mode, long rows) {
        executor = run.sizeFor(mode, rows) == Scale.SMALL ? others : Runnable::run;
    }

    /** Something under way. */
    public interface Started<T> {
        /** Its result, once it is there. */
        T result();
    }

    /** Starts stages that nothing needs until their result is asked for. */
    public <T> Started<T> start(Supplier<T> stages) {
        return started(stages, executor);
    }

    /** Starts a scan that takes little memory, beside others however large the data is. */
    public <T> Started<T> startBeside(Supplier<T> scan) {
        return started(scan, others);
    }

    private static <T> Started<T> started(Supplier<T> stages, Executor executor) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(stages, executor);
        return () -> {
            try {
                return future.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        };
    }

    /** Carries out a stage that counts for itself. */
    public <T> T carryOut(String name, Supplier<Counted<T>> stage) {
        int number = begun.incrementAndGet();
        progress.begins(number, name);
        long start = System.nanoTime();
        Counted<T> counted = named(name, stage);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        seconds.put(name, took.toMillis() / 1000.0);
        progress.ends(number, name, took, counted.rows());
        return counted.result();
    }

    private <T> T named(String name, Supplier<T> stage) {
        Sessions.named(run.session(), name);
        try {
            return stage.get();
        } finally {
            Sessions.named(run.session(), null);
        }
    }

    /** Keeps rows that later stages read; they are not published. */
    public Dataset<Row> keep(String name, Supplier<Dataset<Row>> rows) {
        return carryOut(name, () -> {
            Observation rowCount = new Observation(name);
            Dataset<Row> kept =
                    run.keep(name, rows.get(), rowCount, count(lit(1)).as("rows"));
            return new Counted<>(kept, (Long) Observed.figures(rowCount).get("rows"));
        });
    }

    /** Writes and checks a table that will be published. */
    public Dataset<Row> table(Table table, Supplier<Dataset<Row>> rows) {
        return carryOut(table.name(), () -> {
            Dataset<Row> written = run.stage(table, rows.get());
            return new Counted<>(written, run.staged().get(table.name()).rows());
        });
    }

    public Map<String, Double> seconds() {
        return seconds;
    }

    /** Waits for what is still under way, so that nothing is written any more. */
    @Override
    public void close() {
        others.shutdown();
        try {
            if (!others.awaitTermination(1, TimeUnit.HOURS)) {
                others.shutdownNow();
            }
        } catch (InterruptedException e) {
            others.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
