package io.osusume.report;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.Ltv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * How value spreads over customers, from counts and sums of classes of value: {@value #CLASSES} classes a power of ten. The points of
 * the curve are exact, since all customers of a class are worth more than all of the class below; between points it is straight.
 */
final class Concentration {
    /** Classes a power of ten: the upper end of a class is 12 % above the lower. */
    static final int CLASSES = 20;

    /** The class of a value above 0: ⌊log10(value) · CLASSES⌋; null: worth nothing. */
    static final String CLASS = "class";

    private static final List<Heading> DISTRIBUTION = List.of(
            Heading.of("value_from", Kind.MONEY),
            Heading.of(ValueTopic.CUSTOMERS, Kind.WHOLE),
            Heading.of(Ltv.LTV, Kind.MONEY));
    private static final List<Heading> CURVE =
            List.of(Heading.of("share_of_customers", Kind.SHARE), Heading.of("share_of_value", Kind.SHARE));
    /** The distribution has so many classes of half a power of ten: the highest that occur. */
    private static final int BARS = 10;
    /** Of all classes the table of the curve shows so many points at most. */
    private static final int POINTS = 24;

    private final List<Row> cells;

    Concentration(List<Row> cells) {
        this.cells = cells;
    }

    static Grid absent(String id) {
        return Grid.without(id, id.equals("curve") ? CURVE : DISTRIBUTION, Grid.ABSENT);
    }

    /** Customers and value by half powers of ten: from 1,000, from 3,162, from 10,000, …; first all who are worth less. */
    Grid distribution() {
        long lowest = cells.stream()
                        .map(cell -> cell.<Long>getAs(CLASS))
                        .filter(narrow -> narrow != null)
                        .mapToLong(Concentration::wide)
                        .max()
                        .orElse(0)
                - BARS
                + 1;
        Map<Long, List<Row>> wide = new TreeMap<>();
        for (Row cell : cells) {
            Long narrow = cell.getAs(CLASS);
            long bar = narrow == null || wide(narrow) < lowest ? lowest - 1 : wide(narrow);
            wide.computeIfAbsent(bar, key -> new ArrayList<>()).add(cell);
        }
        List<List<Object>> rows = wide.entrySet().stream()
                .map(e -> Grid.row(
                        e.getKey() < lowest ? 0.0 : Math.pow(10, e.getKey() / 2.0),
                        Sums.whole(e.getValue(), ValueTopic.CUSTOMERS),
                        Sums.number(e.getValue(), Ltv.LTV)))
                .toList();
        return new Grid("distribution", DISTRIBUTION, rows, Grid.EMPTY);
    }

    private static long wide(long narrow) {
        return Math.floorDiv(narrow, CLASSES / 2L);
    }

    /** What share of all value the most valuable customers hold. */
    Grid curve() {
        List<double[]> points = points();
        int step = Math.max(1, (points.size() - 1) / POINTS);
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (i % step == 0 || i == points.size() - 1) {
                rows.add(Grid.row(points.get(i)[0], points.get(i)[1]));
            }
        }
        return new Grid("concentration", CURVE, points.size() < 2 ? List.of() : rows, Grid.EMPTY);
    }

    /** The share of value that a share of the customers, the most valuable ones, holds; null where nobody is worth anything. */
    Double shareOfBest(double share) {
        List<double[]> points = points();
        for (int i = 1; i < points.size(); i++) {
            double[] from = points.get(i - 1);
            double[] to = points.get(i);
            if (to[0] >= share) {
                return from[1] + (to[1] - from[1]) * (share - from[0]) / (to[0] - from[0]);
            }
        }
        return null;
    }

    /** From (0, 0) to (1, 1): share of customers, share of value, from the class of most value down. */
    private List<double[]> points() {
        List<Map.Entry<Object, List<Row>>> classes = Sums.groups(cells, CLASS).entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<Object, List<Row>> e) -> e.getKey() == null ? Long.MIN_VALUE : (Long) e.getKey(),
                        Comparator.reverseOrder()))
                .toList();
        double customers = Sums.whole(cells, ValueTopic.CUSTOMERS);
        double value = Sums.number(cells, Ltv.LTV);
        List<double[]> points = new ArrayList<>(List.of(new double[] {0, 0}));
        double haveCustomers = 0;
        double haveValue = 0;
        for (var one : classes) {
            haveCustomers += Sums.whole(one.getValue(), ValueTopic.CUSTOMERS);
            haveValue += Sums.number(one.getValue(), Ltv.LTV);
            points.add(new double[] {haveCustomers / customers, haveValue / value});
        }
        return value > 0 ? points : List.of();
    }
}
