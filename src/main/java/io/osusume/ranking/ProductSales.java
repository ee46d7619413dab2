package io.osusume.ranking;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;

/**
 * How each product sold before one day, to everybody, however few of the customers teach: what may be offered, and what is said
 * of it.
 *
 * @param lastSold per product the last day on which anybody bought it; the smallest number where nobody did
 * @param newBuyers per product the customers who bought it for the first time within {@link Span#FOUR_WEEKS}
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
@DefaultSerializer(JavaSerializer.class) // Kryo cannot write records
public record ProductSales(int[] lastSold, int[] newBuyers) implements Serializable {

    static ProductSales of(Iterator<History> histories, int catalogueSize, int start) {
        int[] last = new int[catalogueSize];
        int[] news = new int[catalogueSize];
        Arrays.fill(last, Integer.MIN_VALUE);
        while (histories.hasNext()) {
            PurchasedProducts bought = histories.next().boughtBefore(start);
            for (int i = 0; i < bought.size(); i++) {
                int p = bought.product()[i];
                last[p] = Math.max(last[p], bought.last()[i]);
                news[p] += start - bought.first()[i] <= Span.FOUR_WEEKS.days() ? 1 : 0;
            }
        }
        return new ProductSales(last, news);
    }

    /** Counted where the histories lie; two numbers a product come to the driver. */
    static ProductSales of(JavaRDD<History> histories, int catalogueSize, int start) {
        return histories
                .mapPartitions(part -> List.of(of(part, catalogueSize, start)).iterator())
                .treeReduce(ProductSales::plus);
    }

    private ProductSales plus(ProductSales other) {
        return new ProductSales(
                each(p -> Math.max(lastSold[p], other.lastSold[p])), each(p -> newBuyers[p] + other.newBuyers[p]));
    }

    /** Whether each may be offered: sold within so many days before {@code start}. */
    boolean[] soldWithin(int days, int start) {
        boolean[] sold = new boolean[lastSold.length];
        for (int p = 0; p < sold.length; p++) {
            sold[p] = lastSold[p] >= start - days;
        }
        return sold;
    }

    private int[] each(IntUnaryOperator of) {
        return IntStream.range(0, lastSold.length).map(of).toArray();
    }
}
