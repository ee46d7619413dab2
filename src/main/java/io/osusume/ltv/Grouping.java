package io.osusume.ltv;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One way of telling customers apart by their first order, with its groups: those of whom enough came back. All others are the
 * rest.
 *
 * @param by as it is told: channel or category
 * @param column of {@link FirstOrders}
 * @param groups names, in their order
 */
record Grouping(String by, String column, List<String> groups) implements Serializable {
    private static final Map<String, String> COLUMNS =
            new TreeMap<>(Map.of("channel", FirstOrders.CHANNEL, "category", FirstOrders.CATEGORY));
    /** More groups would be told apart by chance. */
    private static final int MOST = 8;

    /**
     * Those with two groups or more of customers of whom so many had come back two windows before as-of.
     *
     * @param bought rows that {@link FirstOrders} told of
     */
    static List<Grouping> of(Dataset<Row> bought, double cameBack) {
        Column[] ways = COLUMNS.entrySet().stream()
                .map(way ->
                        struct(lit(way.getKey()).as("by"), col(way.getValue()).as("name")))
                .toArray(Column[]::new);
        Map<String, List<String>> found = new TreeMap<>();
        bought.select(col(OrderDays.REPEATS_EARLIER), explode(array(ways)).as("way"))
                .where(col("way.name").isNotNull())
                .groupBy("way.by", "way.name")
                .agg(count_if(col(OrderDays.REPEATS_EARLIER).gt(0)).as("came"))
                .where(col("came").geq(cameBack))
                .orderBy(col("by"), col("came").desc(), col("name"))
                .collectAsList()
                .forEach(row -> found.computeIfAbsent(row.getString(0), by -> new ArrayList<>())
                        .add(row.getString(1)));
        return found.entrySet().stream()
                .filter(way -> way.getValue().size() > 1)
                .map(way -> new Grouping(
                        way.getKey(),
                        COLUMNS.get(way.getKey()),
                        way.getValue().stream().limit(MOST).toList()))
                .toList();
    }

    /** A customer's group: its place from 1 on, 0 for the rest. */
    Column place() {
        Column place = when(col(column).isNull(), 0);
        for (int i = 0; i < groups.size(); i++) {
            place = place.when(col(column).equalTo(groups.get(i)), i + 1);
        }
        return place.otherwise(0);
    }

    /** As it stands in the column {@code group}. */
    String name(int place) {
        return by + "=" + groups.get(place - 1);
    }
}
