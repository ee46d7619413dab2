package io.osusume.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Baskets made up for measuring, each from its own number: the same every time. */
final class GeneratedBaskets {
    private static final StructType SCHEMA = StructType.fromDDL("items ARRAY<STRING>");

    private GeneratedBaskets() {}

    /** 2 to 10 of 1,000 products, evenly. */
    static Dataset<Row> small(SparkSession spark, long baskets) {
        return of(spark, baskets, random -> {
            String[] items = new String[random.nextInt(2, 11)];
            Arrays.setAll(items, i -> "p" + random.nextInt(1000));
            return Arrays.stream(items).distinct().toArray(String[]::new);
        });
    }

    /** Each holds the same products. */
    static Dataset<Row> giant(SparkSession spark, long baskets, int items) {
        String[] all = IntStream.range(0, items).mapToObj(i -> "g" + i).toArray(String[]::new);
        return of(spark, baskets, random -> all);
    }

    /** 1 to 2·mean − 1 products, the r-th of which is bought in proportion to 1/r. */
    static Dataset<Row> zipf(SparkSession spark, long baskets, int products, int mean) {
        double[] cumulative = new double[products];
        double sum = 0;
        for (int i = 0; i < products; i++) {
            sum += 1.0 / (i + 1);
            cumulative[i] = sum;
        }
        return of(spark, baskets, random -> {
            String[] items = new String[random.nextInt(1, 2 * mean)];
            Arrays.setAll(items, i -> {
                int at = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[products - 1]);
                return "p" + (at < 0 ? -at - 1 : at);
            });
            return items;
        });
    }

    private interface Generator extends java.io.Serializable {
        String[] basket(SplittableRandom random);
    }

    private static Dataset<Row> of(SparkSession spark, long baskets, Generator generator) {
        return spark.range(baskets)
                .map(
                        (MapFunction<Long, Row>) i -> RowFactory.create(
                                (Object) generator.basket(new SplittableRandom(i * 0x9E3779B97F4A7C15L))),
                        Encoders.row(SCHEMA));
    }
}
