package io.osusume.intake;

import io.osusume.config.OsusumeConfig;
import io.osusume.config.SubscriptionsConfig.FutureDates;
import io.osusume.errors.UserException;
import io.osusume.features.Facts;
import io.osusume.intake.source.SeenFiles;
import io.osusume.intake.source.Sources;
import io.osusume.io.Manifest;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.tables.Input;
import io.osusume.tables.InputCheck;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Everything between the company's data and an accepted row: reads, stages and checks every input, each in one scan. */
public final class Intake {
    /** Taken for an input whose size cannot be seen before it is read. */
    private static final long UNKNOWN_ROWS = 1_000_000;

    private final SparkSession spark;
    private final OsusumeConfig config;
    private final Run run;
    private final Stages stages;
    private final Sources sources;

    public Intake(SparkSession spark, OsusumeConfig config, Run run, Stages stages) {
        this.spark = spark;
        this.config = config;
        this.run = run;
        this.stages = stages;
        this.sources = new Sources(spark, config.sources());
    }

    /**
     * What is read, as of when.
     *
     * @param asOf the day as of whose end the inputs must be fresh
     * @param until the last day whose rows are seen; the as-of day, or a later one
     * @param hindsight whether a day of the past is looked back from, as of which plans that were made later were not known
     * @param accepted the checks that a person lets this run pass
     * @param earlier the newest earlier run, against whose rows the inputs are held
     * @param published offers of earlier nights, for those offer events that name nothing but an offer
     */
    public record Request(
            LocalDate asOf,
            LocalDate until,
            boolean hindsight,
            Set<InputCheck> accepted,
            Optional<Manifest> earlier,
            Dataset<Row> published) {}

    /**
     * Reads all inputs.
     *
     * @throws UserException naming every input that is unfit (exit 3), or the setting that is wrong (exit 2)
     */
    public Inputs read(Request request) {
        SeenFiles files = sources.seen(config.inputs());
        sizeFor(aboutRows());
        OneCurrency.Read money = new OneCurrency(config).of(staged(request));
        StagedInputs staged = money.staged();
        Findings findings = findings(staged);
        List<String> passed = requireFit(staged, findings, request);
        sizeFor(staged.acceptedRows());
        OrderLines.Netted netted = new OrderLines(config.orders())
                .netted(findings.orders(staged.accepted(Orders.INPUT)), findings.backward());
        Lookups lookups = new Lookups(stages, staged);
        Facts facts = Facts.of(rows(staged, netted, lookups, request.published()), staged.mapped());
        List<String> notes = new ArrayList<>(IntakeNotes.unknown(facts, config.consent()));
        notes.addAll(passed);
        sources.unused(config.inputs()).ifPresent(notes::add);
        Stream.of(staged.notes(), findings.notes(), money.notes(), netted.notes(), lookups.notes())
                .forEach(notes::addAll);
        return new Inputs(
                facts,
                staged.counts(),
                staged.rejects(),
                notes,
                findings.headline().stream().toList(),
                money.currency(),
                findings.matches(),
                files);
    }

    /** The accepted rows as stages read them: lines netted, products listed, events and use with whose they are. */
    private Map<Input, Dataset<Row>> rows(
            StagedInputs staged, OrderLines.Netted netted, Lookups lookups, Dataset<Row> published) {
        Dataset<Row> lines = stages.keep("order lines", netted::rows);
        Map<Input, Dataset<Row>> rows = staged.accepted();
        rows.put(Orders.INPUT, lines);
        rows.put(Products.INPUT, stages.keep("product list", () -> new ProductList()
                .of(staged.accepted(Products.INPUT), lines, staged.accepted(Subscriptions.INPUT))));
        rows.put(OfferEvents.INPUT, lookups.offerEvents(published));
        rows.put(Usage.INPUT, lookups.usage());
        return rows;
    }

    private Findings findings(StagedInputs staged) {
        return stages.carryOut("matches", () -> {
            Dataset<Row> lines = staged.accepted(Orders.INPUT);
            Stages.Started<OrderStatuses> statuses = stages.startBeside(() -> staged.knows(Orders.INPUT, Orders.STATUS)
                    ? OrderStatuses.of(lines, config.orders())
                    : OrderStatuses.none(config.orders()));
            Stages.Started<OrderNumbers> numbers = stages.startBeside(() -> OrderNumbers.in(lines, config.orders()));
            List<References.Found> references = new References(staged).all();
            Findings findings =
                    new Findings(staged, config, new Findings.Scans(statuses.result(), numbers.result(), references));
            return new Stages.Counted<>(findings, findings.matches().size());
        });
    }

    private StagedInputs staged(Request request) {
        FutureDates plans = request.hindsight()
                ? FutureDates.UNKNOWN
                : config.subscriptions().futureDates();
        DayBounds bounds = DayBounds.of(request.until(), config.run().zone(), config.quality())
                .with(plans);
        InputReader reader = new InputReader(
                sources, run, new Staging(bounds, config.quality().nulls()));
        Map<Input, Stages.Started<InputReader.Taken>> started = new LinkedHashMap<>();
        present(config).forEach(input -> started.put(input, stages.start(() -> taken(input, reader))));
        Map<Input, InputReader.Taken> taken = new LinkedHashMap<>();
        started.forEach((input, reading) -> taken.put(input, reading.result()));
        return new StagedInputs(spark, taken);
    }

    private InputReader.Taken taken(Input input, InputReader reader) {
        return stages.carryOut("read " + input.name(), () -> {
            InputReader.Taken taken = reader.take(input, config.inputs().of(input));
            return new Stages.Counted<>(taken, taken.counts().accepted());
        });
    }

    private List<String> requireFit(StagedInputs staged, Findings findings, Request request) {
        InputChecks checks = new InputChecks(
                config.quality(),
                config.inputs().needed(),
                request.asOf(),
                config.run().zone());
        List<InputChecks.Problem> problems = new ArrayList<>();
        staged.counts()
                .forEach((input, c) -> problems.addAll(
                        checks.problems(c, config.inputs().of(input), accepted(input, request.earlier()))));
        problems.addAll(findings.problems());
        return new Gate(run, config.quality().rejectedDays(), request.accepted())
                .pass(problems, staged, findings.noticed(staged.notes()));
    }

    private static OptionalLong accepted(Input input, Optional<Manifest> earlier) {
        return earlier.map(m -> m.inputs().get(input.name()))
                .map(r -> OptionalLong.of(r.accepted()))
                .orElse(OptionalLong.empty());
    }

    static List<Input> present(OsusumeConfig config) {
        return Input.all().stream()
                .filter(i -> config.inputs().of(i).isPresent())
                .toList();
    }

    /** Judged by the size of the files; very many where an input does not lie in files. */
    private long aboutRows() {
        return present(config).stream()
                .map(i -> sources.aboutRows(i, config.inputs().of(i)))
                .mapToLong(rows -> rows.orElse(UNKNOWN_ROWS))
                .sum();
    }

    private void sizeFor(long rows) {
        stages.sizeFor(config.run().mode(), rows);
    }
}
