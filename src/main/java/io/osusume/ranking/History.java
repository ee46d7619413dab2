package io.osusume.ranking;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Everything that one customer bought, by time. Event: one product of one order; days count from 1970.
 *
 * @param day of each event, ascending
 * @param order number of the order of each event, within the customer, ascending
 * @param product code of each event
 * @param quantity of each event
 * @param price of one unit of each event
 * @param activity what happened beside the orders
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
@DefaultSerializer(JavaSerializer.class) // Kryo cannot write records
public record History(
        String customer, int[] day, int[] order, int[] product, float[] quantity, float[] price, ActivityLog activity)
        implements Serializable {

    /** From rows of (day, order id, product code, quantity, value), sorted. */
    static History of(String customer, List<Row> events, ActivityLog activity) {
        int n = events.size();
        History history =
                new History(customer, new int[n], new int[n], new int[n], new float[n], new float[n], activity);
        String orderId = null;
        int orders = -1;
        for (int i = 0; i < n; i++) {
            Row event = events.get(i);
            if (!event.getString(1).equals(orderId)) {
                orderId = event.getString(1);
                orders++;
            }
            history.day[i] = event.getInt(0);
            history.order[i] = orders;
            history.product[i] = event.getInt(2);
            history.quantity[i] = (float) event.getDouble(3);
            history.price[i] = (float) (event.getDouble(4) / event.getDouble(3));
        }
        return history;
    }

    /** How many events lie before {@code start}. */
    public int before(int start) {
        int at = Arrays.binarySearch(day, start);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && day[at - 1] == start) {
            at--;
        }
        return at;
    }

    /** What the customer had bought before {@code start}. */
    public PurchasedProducts boughtBefore(int start) {
        return PurchasedProducts.of(this, before(start));
    }

    /** The products newly bought in [start, end): codes, ascending. */
    public int[] newIn(int start, int end) {
        int from = before(start);
        int to = before(end);
        int[] earlier = Arrays.copyOf(product, from);
        Arrays.sort(earlier);
        return Arrays.stream(product, from, to)
                .filter(p -> Arrays.binarySearch(earlier, p) < 0)
                .sorted()
                .distinct()
                .toArray();
    }

    /** What the customer paid in [start, end) for products that were new: Σ quantity · price, per {@link #newIn} product. */
    public double[] spentOnNew(int start, int end) {
        int[] products = newIn(start, end);
        double[] spent = new double[products.length];
        for (int i = before(start); i < before(end); i++) {
            int at = Arrays.binarySearch(products, product[i]);
            if (at >= 0) {
                spent[at] += (double) quantity[i] * price[i];
            }
        }
        return spent;
    }
}
