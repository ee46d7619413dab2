package io.osusume.intake;

import static org.apache.spark.sql.functions.col;

import io.osusume.config.OsusumeConfig;
import io.osusume.errors.UserException;
import io.osusume.features.Facts;
import io.osusume.io.Manifest;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.tables.Accounts;
import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Inputs;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Tickets;
import io.osusume.tables.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads, stages and checks every input that the company has. Each is scanned once. */
public final class Intake {
    /** Taken for an input whose size cannot be seen before it is read. */
    private static final long UNKNOWN_ROWS = 1_000_000;

    private final SparkSession spark;
    private final OsusumeConfig config;
    private final Stages stages;
    private final Run run;
    private final StagedInputs staged;
    private final List<String> found = new ArrayList<>();

    public Intake(SparkSession spark, OsusumeConfig config, Run run, Stages stages) {
        this.spark = spark;
        this.config = config;
        this.run = run;
        this.stages = stages;
        this.staged = new StagedInputs(spark);
    }

    /**
     * Stages all inputs, then checks them.
     *
     * @throws UserException naming every input that is unfit (exit 3), or the setting that is wrong (exit 2)
     */
    public void take(LocalDate asOf, Optional<Manifest> earlier) {
        take(asOf, asOf, earlier);
    }

    /** As {@link #take(LocalDate, Optional)}, with rows up to a later day: the inputs must be fresh as of the as-of date only. */
    public void take(LocalDate asOf, LocalDate until, Optional<Manifest> earlier) {
        sizeFor(aboutRows());
        InputReader reader = new InputReader(
                spark, run, new Staging(DayBounds.of(until, config.run().zone(), config.quality())));
        Map<Input, Stages.Started<InputReader.Taken>> started = new LinkedHashMap<>();
        present(config).forEach(input -> started.put(input, stages.start(() -> read(input, reader))));
        started.forEach((input, reading) -> staged.put(input, reading.result()));
        requireFit(new InputChecks(config.quality(), asOf, config.run().zone()), earlier);
    }

    private InputReader.Taken read(Input input, InputReader reader) {
        return stages.carryOut("read " + input.name(), () -> {
            InputReader.Taken taken = reader.take(input, config.inputs().of(input));
            return new Stages.Counted<>(taken, taken.counts().accepted());
        });
    }

    private void requireFit(InputChecks checks, Optional<Manifest> earlier) {
        List<String> problems = new ArrayList<>();
        staged.counts()
                .forEach((input, c) ->
                        problems.addAll(checks.problems(c, config.inputs().of(input), accepted(input, earlier))));
        if (!problems.isEmpty()) {
            throw UserException.data("Nothing was published, because the data is not fit:\n  "
                    + String.join("\n  ", problems) + IntakeNotes.reasons(staged.rejects()));
        }
    }

    static List<Input> present(OsusumeConfig config) {
        return Inputs.ALL.stream()
                .filter(i -> config.inputs().of(i).isPresent())
                .toList();
    }

    /** Judged by the size of the files; very many where an input does not lie in files. */
    private long aboutRows() {
        Sources sources = new Sources(spark);
        return present(config).stream()
                .map(i -> sources.aboutRows(i, config.inputs().of(i)))
                .mapToLong(rows -> rows.orElse(UNKNOWN_ROWS))
                .sum();
    }

    private void sizeFor(long rows) {
        stages.sizeFor(config.run().mode(), rows);
    }

    private static OptionalLong accepted(Input input, Optional<Manifest> earlier) {
        return earlier.map(m -> m.inputs().get(input.name()))
                .map(r -> OptionalLong.of(r.accepted()))
                .orElse(OptionalLong.empty());
    }

    /**
     * Everything that the run may know: accepted rows, order lines with returns netted, all products.
     *
     * @param published offers of earlier nights, for those offer events that name nothing but an offer
     */
    public Facts facts(Dataset<Row> published) {
        long rows = staged.counts().values().stream()
                .mapToLong(InputCounts::accepted)
                .sum();
        sizeFor(rows);
        Dataset<Row> lines =
                stages.keep("order lines", () -> new OrderLines(config.orders()).net(staged.accepted(Orders.INPUT)));
        Dataset<Row> products =
                stages.keep("product list", () -> new ProductList().of(staged.accepted(Products.INPUT), lines));
        return new Facts(
                lines,
                products,
                staged.accepted(Customers.INPUT),
                staged.accepted(Usage.INPUT),
                staged.accepted(Subscriptions.INPUT),
                staged.accepted(Contacts.INPUT),
                staged.accepted(Behavior.INPUT),
                staged.accepted(Tickets.INPUT),
                offerEvents(published),
                staged.accepted(Accounts.INPUT),
                staged.absent(),
                staged.knows(Customers.INPUT, Customers.MARKETING_CONSENT));
    }

    private Dataset<Row> offerEvents(Dataset<Row> published) {
        Dataset<Row> events = staged.accepted(OfferEvents.INPUT);
        Column nobody = col(OfferEvents.CUSTOMER_ID).isNull();
        if (events.where(nobody).isEmpty()) {
            return events;
        }
        Dataset<Row> filled = stages.keep("offer targets", () -> new OfferTargets().fill(events, published));
        long unknown = filled.where(nobody).count();
        if (unknown > 0) {
            found.add(IntakeNotes.unknownOffers(unknown));
        }
        return filled;
    }

    /** The inputs as they were staged. */
    public StagedInputs staged() {
        return staged;
    }

    /** What the run cannot know, and what looks odd. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(IntakeNotes.absent(staged.absent()));
        if (!staged.knows(Customers.INPUT, Customers.MARKETING_CONSENT)) {
            notes.add(IntakeNotes.unknownConsent(config.consent()));
        }
        notes.addAll(found);
        return notes;
    }
}
