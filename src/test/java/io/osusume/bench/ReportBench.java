package io.osusume.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.osusume.catalogue.Exclusion;
import io.osusume.catalogue.Pricing;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.config.RunConfig.Language;
import io.osusume.contracts.ContractView;
import io.osusume.features.CustomerFeatures;
import io.osusume.features.Facts;
import io.osusume.features.ProductUse;
import io.osusume.features.StagedFacts;
import io.osusume.io.PublishedNights;
import io.osusume.io.Sessions;
import io.osusume.io.Warehouse;
import io.osusume.pipeline.PublishedTables;
import io.osusume.report.Night;
import io.osusume.report.Report;
import io.osusume.tables.AccountBriefs;
import io.osusume.tables.Accounts;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Customers;
import io.osusume.tables.Datasets;
import io.osusume.tables.Features;
import io.osusume.tables.Input;
import io.osusume.tables.Offers;
import io.osusume.tables.Orders;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Table;
import io.osusume.tables.Worklist;
import io.osusume.worklist.Briefing;
import io.osusume.worklist.Subjects;
import io.osusume.worklist.ThingsToDo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What the sheets and the report add to the night of a large company, on two cores: the newest published night of a warehouse, each
 * of its customers and accounts so many times, with every offer to a customer twice. Arguments: the configuration of that night,
 * its warehouse, and how many times (330: the sample becomes a million customers and three million offers). Heap is the bound on memory.
 */
public final class ReportBench {
    private static final String COPY = "_copy";
    /** Whose values tell people, and what is theirs, apart. */
    private static final Set<String> IDS = Set.of(
            Customers.CUSTOMER_ID,
            Accounts.ACCOUNT_ID,
            Offers.TARGET_ID,
            Offers.OFFER_ROW_ID,
            "contract_id",
            "subscription_id",
            "ticket_id",
            "contact_id",
            "event_id");

    private final SparkSession spark;
    private final OsusumeConfig config;
    private final Path folder = Files.createTempDirectory("osusume-report-");
    private final int copies;

    private ReportBench(SparkSession spark, OsusumeConfig config, int copies) throws IOException {
        this.spark = spark;
        this.config = config;
        this.copies = copies;
    }

    public static void main(String[] args) throws IOException {
        OsusumeConfig config = ConfigLoader.load(Optional.of(Path.of(args[0])), List.of("warehouse.path=" + args[1]))
                .config();
        SparkSession spark = Bench.session().getOrCreate();
        System.out.println(new ReportBench(spark, config, Integer.parseInt(args[2])).run());
        spark.stop();
    }

    private ObjectNode run() {
        PublishedNights nights = new Warehouse(spark, config.warehouse()).nights();
        LocalDate asOf =
                nights.dates(Offers.TABLE).stream().max(LocalDate::compareTo).orElseThrow();
        Map<String, Dataset<Row>> raw = raw();
        Facts small = StagedFacts.of(raw, config, asOf, (name, rows) -> Bench.written(folder, "small_" + name, rows));
        Map<Table, Dataset<Row>> tables = new LinkedHashMap<>();
        PublishedTables.all()
                .forEach(table -> nights.of(table, asOf).ifPresent(rows -> tables.put(table, large(table, rows))));
        kept(small, nights.of(CustomerHoldings.TABLE, asOf).orElseThrow(), asOf)
                .forEach((table, rows) -> tables.put(table, large(table, rows)));
        Facts facts = large(small, raw);
        long customers = facts.of(Customers.INPUT).count();
        // As the night of so many customers sizes its session: by the rows of all its inputs.
        Sessions.sizeFor(
                spark,
                copies
                        * Input.all().stream()
                                .mapToLong(i -> small.of(i).count())
                                .sum());
        ObjectNode figures = new ObjectMapper().createObjectNode().put("bench", "report");
        figures.put("heap_bytes", Runtime.getRuntime().maxMemory());
        figures.put("customers", customers)
                .put("offers", tables.get(Offers.TABLE).count());
        long start = System.nanoTime();
        sheets(tables, facts, asOf);
        figures.put("sheets_seconds", Bench.secondsSince(start));
        long made = System.nanoTime();
        Map<Language, String> pages = pages(tables, asOf);
        figures.put("report_seconds", Bench.secondsSince(made)).put("seconds", Bench.secondsSince(start));
        figures.put("things_to_do", tables.get(Worklist.TABLE).count());
        pages.forEach(
                (language, page) -> figures.put("bytes_" + language, page.getBytes(StandardCharsets.UTF_8).length));
        return figures;
    }

    /** As a night makes them. */
    private void sheets(Map<Table, Dataset<Row>> tables, Facts facts, LocalDate asOf) {
        Datasets given = Datasets.none();
        for (Map.Entry<Table, Dataset<Row>> table : tables.entrySet()) {
            given = given.with(table.getKey(), table.getValue());
        }
        Dataset<Row> subjects = Bench.written(folder, "subjects", new Subjects(config, asOf).of(facts, given));
        Briefing briefing = new Briefing(config.worklist().pool(), config.ltv().currency());
        tables.put(AccountBriefs.TABLE, Bench.written(folder, "new_briefs", briefing.of(subjects, facts, given)));
        tables.put(
                Worklist.TABLE,
                Bench.written(
                        folder, "new_worklist", new ThingsToDo(config, asOf).of(subjects, tables.get(Offers.TABLE))));
    }

    private Map<Language, String> pages(Map<Table, Dataset<Row>> tables, LocalDate asOf) {
        Dataset<Row> offers = tables.get(Offers.TABLE).withColumn(Night.RUN_DATE, lit(asOf));
        Night.Earlier earlier = new Night.Earlier(offers, 1, spark.emptyDataFrame(), Optional.empty());
        return new Report(config.report())
                .of(
                        new Night(asOf, tables, earlier, List.of()),
                        new Report.Origin(config.ltv().currency(), "bench"));
    }

    private Dataset<Row> large(Table table, Dataset<Row> rows) {
        Dataset<Row> large = copied(rows);
        if (table.equals(Offers.TABLE)) {
            Column again = concat(col(Offers.OFFER_ROW_ID), lit("b"));
            large = large.unionByName(large.where(col(Offers.TARGET_TYPE).equalTo(Offers.CUSTOMER))
                    .withColumn(Offers.OFFER_ROW_ID, again)
                    .withColumn(Offers.RANK, col(Offers.RANK).plus(10)));
        }
        return Bench.written(folder, "table_" + table.name(), large);
    }

    /** What the night keeps for its sheets beside what it publishes. */
    private Map<Table, Dataset<Row>> kept(Facts facts, Dataset<Row> held, LocalDate asOf) {
        Dataset<Row> products = facts.of(Products.INPUT);
        Dataset<Row> contracts =
                new ContractView(config.ltv(), asOf).of(facts.lines(), facts.of(Subscriptions.INPUT), products);
        Dataset<Row> use = new ProductUse(config.features()).of(facts, held, asOf);
        return Map.of(
                CustomerContracts.TABLE,
                contracts,
                Prices.TABLE,
                new Pricing(config.ltv(), new Exclusion(config.offers().exclude()))
                        .of(products, facts.lines(), contracts, asOf),
                Features.TABLE,
                new CustomerFeatures(config.features(), config.consent()).of(facts, held, use, asOf));
    }

    private Map<String, Dataset<Row>> raw() {
        Map<String, Dataset<Row>> raw = new LinkedHashMap<>();
        for (Input input : Input.all()) {
            config.inputs()
                    .of(input)
                    .path()
                    .ifPresent(path -> raw.put(
                            input.name(), spark.read().option("header", "true").csv(path)));
        }
        return raw;
    }

    /** Orders stay as they are: the sheets do not read them. */
    private Facts large(Facts small, Map<String, Dataset<Row>> raw) {
        Map<Input, Dataset<Row>> rows = new LinkedHashMap<>();
        Map<Input, Set<String>> mapped = new LinkedHashMap<>();
        for (Input input : Input.all()) {
            Dataset<Row> few = small.of(input);
            rows.put(input, input.equals(Orders.INPUT) ? few : Bench.written(folder, input.name(), copied(few)));
            if (raw.containsKey(input.name())) {
                mapped.put(input, Set.of(raw.get(input.name()).columns()));
            }
        }
        return Facts.of(rows, mapped);
    }

    private Dataset<Row> copied(Dataset<Row> rows) {
        List<String> ids =
                List.of(rows.columns()).stream().filter(IDS::contains).toList();
        if (ids.isEmpty()) {
            return rows;
        }
        Dataset<Row> copied = rows.crossJoin(spark.range(copies).toDF(COPY));
        for (String id : ids) {
            copied = copied.withColumn(id, concat(col(id), lit("-"), col(COPY)));
        }
        return copied.drop(COPY);
    }
}
