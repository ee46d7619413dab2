package io.osusume.pipeline;

import io.osusume.changes.Difference;
import io.osusume.config.OsusumeConfig;
import io.osusume.config.RunConfig.Language;
import io.osusume.errors.UserException;
import io.osusume.io.Manifest;
import io.osusume.io.PlanFolder;
import io.osusume.io.PublishedNights;
import io.osusume.io.Sessions;
import io.osusume.io.Warehouse;
import io.osusume.report.Night;
import io.osusume.report.Reading;
import io.osusume.report.Report;
import io.osusume.tables.Backtests;
import io.osusume.tables.LtvValidation;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Writes the report of a night from what the warehouse holds. Publishes no table, and reads no input. */
public final class ReportPipeline {
    /** So many nights, the report's own among them, are compared. */
    private static final int NIGHTS = 8;

    private final SparkSession spark;
    private final OsusumeConfig config;
    private final String version;

    public ReportPipeline(SparkSession spark, OsusumeConfig config, String version) {
        this.spark = spark;
        this.config = config;
        this.version = version;
    }

    /** The newest night of the warehouse up to a date, if there is any. */
    public Optional<LocalDate> newest(LocalDate until) {
        PublishedNights nights = nights();
        return PublishedTables.all().stream()
                .flatMap(table -> nights.dates(table).stream())
                .filter(date -> !date.isAfter(until))
                .max(LocalDate::compareTo);
    }

    /**
     * Writes a page a language, and removes the pages of nights that lie too far before.
     *
     * @return where they lie
     * @throws UserException when that night published nothing
     */
    public List<String> write(LocalDate runDate) {
        PublishedNights nights = nights();
        Map<Language, String> pages = new Report(config.report())
                .of(night(nights, runDate), new Report.Origin(currency(nights, runDate), version));
        List<String> written = new ArrayList<>();
        pages.forEach((language, page) -> written.add(nights.writeReport(
                "osusume-" + runDate + "-" + language.name().toLowerCase(Locale.ROOT) + ".html", page)));
        config.report().keepDays().ifPresent(days -> nights.removeReports(runDate.minusDays(days)));
        return written;
    }

    private PublishedNights nights() {
        return new Warehouse(spark, config.warehouse()).nights();
    }

    private Night night(PublishedNights nights, LocalDate runDate) {
        Map<Table, Dataset<Row>> tables = new LinkedHashMap<>();
        PublishedTables.all().forEach(table -> nights.of(table, runDate).ifPresent(rows -> tables.put(table, rows)));
        if (tables.isEmpty()) {
            throw UserException.configuration(
                    "No night of " + runDate + " lies in " + config.warehouse().path()
                            + ". Give --as-of the run date of one that was published, and the --conf or --warehouse of it.");
        }
        for (Table rare : List.of(Backtests.TABLE, LtvValidation.TABLE)) { // carried out now and then
            before(nights, rare, runDate.plusDays(1))
                    .flatMap(date -> nights.of(rare, date))
                    .ifPresent(rows -> tables.put(rare, rows));
        }
        List<Manifest> manifests = nights.manifests(runDate, NIGHTS);
        long rows = manifests.stream()
                .limit(1)
                .flatMap(m -> m.inputs().values().stream())
                .mapToLong(Manifest.InputRows::accepted)
                .sum();
        Sessions.sizeFor(spark, config.run().mode(), rows);
        return new Night(
                runDate,
                tables,
                earlier(nights, runDate),
                manifests.stream().map(this::reading).toList(),
                waiting());
    }

    /** What the plan that waits to be applied would change. */
    private Optional<Difference> waiting() {
        PlanFolder plans = new Warehouse(spark, config.warehouse()).plans();
        return plans.plan().filter(plan -> plans.moved(plan).isEmpty()).map(plan -> plans.difference(Difference.class));
    }

    private static Optional<LocalDate> before(PublishedNights nights, Table table, LocalDate day) {
        return nights.dates(table).stream().filter(date -> date.isBefore(day)).max(LocalDate::compareTo);
    }

    private Night.Earlier earlier(PublishedNights nights, LocalDate runDate) {
        List<LocalDate> dates = nights.dates(Offers.TABLE).stream()
                .filter(date -> !date.isAfter(runDate))
                .sorted(java.util.Comparator.reverseOrder())
                .limit(NIGHTS)
                .toList();
        Dataset<Row> offers = dates.stream()
                .map(date ->
                        nights.of(Offers.TABLE, date).orElseThrow().withColumn(Night.RUN_DATE, functions.lit(date)))
                .reduce(Dataset::union)
                .orElse(spark.emptyDataFrame());
        // People are compared with a week ago, or with the first night since.
        Optional<LocalDate> then = nights.dates(LwpSegments.TABLE).stream()
                .filter(date -> date.isBefore(runDate) && !date.isBefore(runDate.minusDays(7)))
                .findFirst();
        Dataset<Row> segments =
                then.flatMap(date -> nights.of(LwpSegments.TABLE, date)).orElse(spark.emptyDataFrame());
        return new Night.Earlier(offers, dates.size(), segments, then);
    }

    /** The day of a time that a run wrote down, if it did. */
    private Optional<LocalDate> day(String time) {
        return Optional.ofNullable(time)
                .map(t -> LocalDate.ofInstant(Instant.parse(t), config.run().zone()));
    }

    /** The currency of the night's amounts. */
    private String currency(PublishedNights nights, LocalDate runDate) {
        return nights.of(Offers.TABLE, runDate)
                .flatMap(offers -> offers.select(Offers.CURRENCY).limit(1).collectAsList().stream()
                        .map(r -> r.getString(0))
                        .filter(c -> c != null)
                        .findFirst())
                .orElse(config.ltv().currency());
    }

    private Reading reading(Manifest manifest) {
        Map<String, Reading.Counts> inputs = new LinkedHashMap<>();
        manifest.inputs()
                .forEach((name, n) -> inputs.put(
                        name, new Reading.Counts(n.accepted(), n.rejected(), n.afterAsOf(), day(n.newest()))));
        Map<String, Reading.Match> matches = manifest.matches().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        e -> new Reading.Match(
                                e.getValue().to(),
                                e.getValue().rows(),
                                e.getValue().matchedRows(),
                                e.getValue().ids(),
                                e.getValue().matchedIds()),
                        (a, b) -> a,
                        LinkedHashMap::new));
        return new Reading(
                LocalDate.parse(manifest.runDate()),
                inputs,
                matches,
                manifest.absentInputs(),
                manifest.headlines(),
                manifest.notes());
    }
}
