package io.osusume.offers;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * What every task decides with: catalogue, rules, bundles, what was learned. As large as the company has products, so it goes
 * to each executor once, not with each task.
 */
@DefaultSerializer(JavaSerializer.class) // Kryo cannot write records
record Deciding(Decider decider, OfferRows rows) implements Serializable {

    /** One candidate a row, in the columns of {@link OfferRows}. */
    Dataset<Row> of(Dataset<Row> targets) {
        Broadcast<Deciding> shared = JavaSparkContext.fromSparkContext(
                        targets.sparkSession().sparkContext())
                .broadcast(this);
        return targets.flatMap(
                (FlatMapFunction<Row, Row>) row -> shared.value().of(row).iterator(), Encoders.row(OfferRows.SCHEMA));
    }

    private List<Row> of(Row row) {
        Target target = TargetReader.read(row);
        List<Decider.Decision> decisions = decider.decide(target, capped(row));
        return Stream.concat(
                        decisions.stream().map(d -> rows.row(target, d)),
                        Standing.gone(
                                        target,
                                        decisions.stream()
                                                .map(d -> d.candidate().proposal())
                                                .toList())
                                .stream()
                                .map(gone -> rows.gone(target, gone)))
                .toList();
    }

    private static Set<String> capped(Row row) {
        boolean known = List.of(row.schema().fieldNames()).contains(VolumeCaps.CAPPED);
        List<String> capped = known ? row.getList(row.fieldIndex(VolumeCaps.CAPPED)) : null;
        return capped == null ? Set.of() : new LinkedHashSet<>(capped);
    }
}
