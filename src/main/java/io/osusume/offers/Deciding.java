package io.osusume.offers;

import static org.apache.spark.sql.functions.col;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import io.osusume.tables.Offers;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * What every task decides with: catalogue, rules, bundles, what was learned, what accounts are offered. As large as the company has products, so it goes
 * to each executor once, not with each task.
 */
@DefaultSerializer(JavaSerializer.class) // Kryo cannot write records
record Deciding(Decider decider, OfferRows rows, Map<String, Set<String>> made) implements Serializable {
    Deciding(Decider decider, OfferRows rows) {
        this(decider, rows, Map.of());
    }

    /** The same, knowing what surging accounts are offered, so that their people are not: accounts are few, and decided first. */
    Deciding knowingAccounts(Dataset<Row> targets) {
        Map<String, Set<String>> offered = new HashMap<>();
        of(targets.where(col(Offers.TARGET_TYPE).equalTo(Offers.ACCOUNT)))
                .where(col(OfferRows.STOPPED)
                        .isNull()
                        .and(col(Offers.PRODUCT_ID).isNotNull()))
                .select(Offers.TARGET_ID, Offers.PRODUCT_ID)
                .collectAsList()
                .forEach(r -> offered.computeIfAbsent(r.getString(0), a -> new HashSet<>())
                        .add(r.getString(1)));
        return new Deciding(decider, rows, offered);
    }

    /** One candidate a row, in the columns of {@link OfferRows}. */
    Dataset<Row> of(Dataset<Row> targets) {
        Broadcast<Deciding> shared = JavaSparkContext.fromSparkContext(
                        targets.sparkSession().sparkContext())
                .broadcast(this);
        return overCores(targets)
                .flatMap(
                        (FlatMapFunction<Row, Row>)
                                row -> shared.value().of(row).iterator(),
                        Encoders.row(OfferRows.SCHEMA));
    }

    /** Deciding takes longer than moving rows: by all cores, also where targets are few and lie in one file. */
    private static Dataset<Row> overCores(Dataset<Row> targets) {
        int cores = targets.sparkSession().sparkContext().defaultParallelism();
        return targets.rdd().getNumPartitions() < cores ? targets.repartition(cores, col(Offers.TARGET_ID)) : targets;
    }

    private List<Row> of(Row row) {
        Target target = TargetReader.read(row, made);
        List<Decider.Decision> decisions = decider.decide(target, capped(row));
        Map<String, Object> same = rows.of(target);
        return Stream.concat(
                        decisions.stream().map(d -> rows.row(same, target, d)),
                        Standing.gone(
                                        target,
                                        decisions.stream()
                                                .map(d -> d.candidate().proposal())
                                                .toList())
                                .stream()
                                .map(gone -> rows.gone(same, target, gone)))
                .toList();
    }

    private static Set<String> capped(Row row) {
        boolean known = List.of(row.schema().fieldNames()).contains(VolumeCaps.CAPPED);
        List<String> capped = known ? row.getList(row.fieldIndex(VolumeCaps.CAPPED)) : null;
        return capped == null ? Set.of() : new LinkedHashSet<>(capped);
    }
}
