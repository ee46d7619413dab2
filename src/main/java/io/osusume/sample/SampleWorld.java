package io.osusume.sample;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Generates a whole world as lazy datasets: each customer's rows are made where they are needed, none are kept. */
public final class SampleWorld {
    private static final long CUSTOMERS_PER_PARTITION = 5_000;

    private final SparkSession spark;
    private final SampleConfig config;
    private final World world;
    private final RowsByTable stories;
    private final RowsByTable irregular;

    private final long perPartition;

    private SampleWorld(SparkSession spark, SampleConfig config, long perPartition) {
        this.spark = spark;
        this.config = config;
        this.perPartition = perPartition;
        this.world = World.of(config);
        this.stories = Stories.of(world);
        this.irregular = Irregular.of(world);
    }

    /** The ten inputs and the planted truths. The same options give the same rows, whatever the partitioning. */
    public static SampleInputs generate(SparkSession spark, SampleConfig config) {
        return generate(spark, config, CUSTOMERS_PER_PARTITION);
    }

    static SampleInputs generate(SparkSession spark, SampleConfig config, long perPartition) {
        SampleWorld sample = new SampleWorld(spark, config, perPartition);
        return new SampleInputs(
                sample.perCustomer(SampleTable.ORDERS, OrderHistory::rows),
                sample.products(),
                sample.perCustomer(
                        SampleTable.CUSTOMERS, life -> Stream.of(life.plan().row(life.world()))),
                sample.perCustomer(SampleTable.USAGE, UsageHistory::rows),
                sample.perCustomer(SampleTable.SUBSCRIPTIONS, life -> life.contracts().stream()
                        .map(contract -> contract.row(life.world().period()))),
                sample.perCustomer(SampleTable.CONTACTS, ContactHistory::rows),
                sample.perCustomer(SampleTable.BEHAVIOR, BehaviorHistory::rows)
                        .union(sample.perCompany(SampleTable.BEHAVIOR, CompanyBehavior::rows)),
                sample.perCustomer(SampleTable.TICKETS, TicketHistory::rows),
                sample.perCustomer(SampleTable.OFFER_EVENTS, OfferEventHistory::rows),
                sample.perCompany(SampleTable.ACCOUNTS, (world, company) -> Stream.of(company.row()))
                        .union(sample.extra(SampleTable.ACCOUNTS)),
                sample.truths());
    }

    private interface LifeRows extends Serializable {
        Stream<Row> of(Life life);
    }

    private interface CompanyRows extends Serializable {
        Stream<Row> of(World world, Company company);
    }

    private Dataset<Row> perCustomer(SampleTable table, LifeRows rows) {
        return flatMap(config, config.customers(), table, (world, number) -> rows.of(Life.of(world, number)))
                .union(extra(table));
    }

    private Dataset<Row> perCompany(SampleTable table, CompanyRows rows) {
        return flatMap(
                config, Company.count(config), table, (world, number) -> rows.of(world, Company.of(world, number)));
    }

    private interface NumberRows extends Serializable {
        Stream<Row> of(World world, long number);
    }

    private Dataset<Row> flatMap(SampleConfig options, long count, SampleTable table, NumberRows rows) {
        int partitions = (int) Math.max(1, count / perPartition);
        return spark.range(1, count + 1, 1, partitions)
                .flatMap(
                        (FlatMapFunction<Long, Row>)
                                number -> rows.of(World.of(options), number).iterator(),
                        Encoders.row(table.schema()));
    }

    private Dataset<Row> products() {
        List<Row> rows = new ArrayList<>();
        Stream.concat(world.catalogue().all().stream(), Fillers.all(config))
                .forEach(product -> rows.add(product.row(world.catalogue(), config.lastDay())));
        return spark.createDataFrame(rows, SampleTable.PRODUCTS.schema());
    }

    private Dataset<Row> truths() {
        return perCustomer(SampleTable.TRUTHS, Truths::of)
                .union(perCompany(SampleTable.TRUTHS, Truths::of))
                .union(spark.createDataFrame(Truths.general(world), SampleTable.TRUTHS.schema()));
    }

    /** The rows of story customers and the irregular rows. */
    private Dataset<Row> extra(SampleTable table) {
        List<Row> rows = new ArrayList<>(stories.of(table));
        rows.addAll(irregular.of(table));
        return spark.createDataFrame(rows, table.schema());
    }
}
