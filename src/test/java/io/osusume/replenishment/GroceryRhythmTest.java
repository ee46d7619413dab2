package io.osusume.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.PublicData;
import io.osusume.Slow;
import io.osusume.replenishment.IntervalFit.Observed;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * On half of the households of a grocery chain's year: what is said of the next need, against what came, and against plain
 * rules that know the running interval as well.
 */
@Slow
class GroceryRhythmTest {
    private static final int LATEST = 16;

    /** The purchases of one household and product. */
    @SuppressWarnings("ArrayRecordComponent") // days and amounts, as the model takes them
    private record Pair(String product, String category, int[] days, double[] amounts) {
        Pair until(int asOf) {
            int n = (int) Arrays.stream(days).filter(day -> day <= asOf).count();
            return new Pair(product, category, Arrays.copyOf(days, n), Arrays.copyOf(amounts, n));
        }

        /** Days after as-of until it is bought again; 0 when it is not. */
        int next(int asOf) {
            return Arrays.stream(days).filter(day -> day > asOf).findFirst().orElse(asOf) - asOf;
        }

        Observed observed(int asOf) {
            int from = Math.max(0, days.length - LATEST);
            return new Observed(
                    product,
                    category,
                    Intervals.of(
                            Arrays.copyOfRange(days, from, days.length),
                            Arrays.copyOfRange(amounts, from, days.length),
                            asOf));
        }

        double[] intervals() {
            double[] gaps = new double[days.length - 1];
            for (int i = 0; i < gaps.length; i++) {
                gaps[i] = days[i + 1] - days[i];
            }
            return gaps;
        }
    }

    private record Told(Pair pair, int next, Need need, Observed observed) {}

    private static List<Pair> read(Path transactions, Path products) throws SQLException {
        String sql = "SELECT household_id h, t.product_id p, coalesce(any_value(product_category), '') c,"
                + " datediff('day', DATE '1970-01-01', CAST(transaction_timestamp AS DATE)) d, sum(quantity) q"
                + " FROM '" + transactions + "' t LEFT JOIN '" + products + "' x ON x.product_id = t.product_id"
                + " WHERE quantity > 0 AND sales_value > 0 GROUP BY h, p, d ORDER BY h, p, d";
        List<Pair> pairs = new ArrayList<>();
        List<Integer> days = new ArrayList<>();
        List<Double> amounts = new ArrayList<>();
        String household = "";
        String[] product = {"", ""};
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (!household.equals(rows.getString(1)) || !product[0].equals(rows.getString(2))) {
                    add(pairs, product, days, amounts);
                    household = rows.getString(1);
                    product = new String[] {rows.getString(2), rows.getString(3)};
                }
                days.add(rows.getInt(4));
                amounts.add(rows.getDouble(5));
            }
        }
        add(pairs, product, days, amounts);
        return pairs;
    }

    private static void add(List<Pair> pairs, String[] product, List<Integer> days, List<Double> amounts) {
        if (days.size() > 1) {
            pairs.add(new Pair(
                    product[0],
                    product[1],
                    days.stream().mapToInt(d -> d).toArray(),
                    amounts.stream().mapToDouble(a -> a).toArray()));
        }
        days.clear();
        amounts.clear();
    }

    /** Of the pairs with at least three intervals as of a day. */
    private static List<Told> told(List<Pair> all, int asOf) {
        List<Pair> known = new ArrayList<>();
        List<Observed> observed = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        for (Pair pair : all) {
            Pair until = pair.until(asOf);
            if (until.days().length > 1) {
                known.add(until);
                observed.add(until.observed(asOf));
                next.add(pair.next(asOf));
            }
        }
        IntervalModel model = IntervalFit.of(observed);
        System.out.printf(
                Locale.ROOT,
                "as of %s: %,d pairs; ln(interval) of a usual product %.3f, by ln(amount) %.3f, spread² %.3f, between² %.3f, drift² %.4f, stops %.3f%n",
                LocalDate.ofEpochDay(asOf),
                observed.size(),
                model.all().mean(),
                model.byAmount(),
                model.all().spread(),
                model.all().between(),
                model.drift(),
                model.all().stops());
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < observed.size(); i++) {
            Observed one = observed.get(i);
            if (known.get(i).days().length > 3) {
                Need need = model.of(one.intervals(), model.usual(one.product(), one.category()));
                told.add(new Told(known.get(i), next.get(i), need, one));
            }
        }
        return told;
    }

    private interface Forecast {
        double of(Told one);
    }

    /** {MAE of those bought again, share of all within 7 days}. */
    private static double[] score(String name, List<Told> told, Forecast forecast) {
        double error = 0;
        double again = 0;
        double near = 0;
        for (Told one : told) {
            double off = Math.abs(forecast.of(one) - one.next());
            if (one.next() > 0) {
                again++;
                error += off;
                near += off <= 7 ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT, "  %-40s MAE %.2f days, within 7 days %.4f%n", name, error / again, near / told.size());
        return new double[] {error / again, near / told.size()};
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static double smoothed(double[] gaps) {
        double level = gaps[0];
        for (double gap : gaps) {
            level += 0.3 * (gap - level);
        }
        return level;
    }

    @Test
    void theNextNeedIsToldBetterThanByAnyPlainRule() throws SQLException {
        List<Pair> all = read(
                PublicData.file(GroceryRhythmTest.class, "complete-journey/transactions.parquet"),
                PublicData.file(GroceryRhythmTest.class, "complete-journey/products.parquet"));
        int asOf = (int) LocalDate.of(2017, 10, 31).toEpochDay();
        List<Told> told = told(all, asOf);
        System.out.printf(
                Locale.ROOT,
                "%,d pairs with three intervals, %,d bought again%n",
                told.size(),
                told.stream().filter(one -> one.next() > 0).count());
        double bestError = Double.POSITIVE_INFINITY;
        double bestNear = 0;
        for (int least : new int[] {1, 8, 15}) {
            List<Forecast> plain = List.of(
                    one -> Arrays.stream(one.pair().intervals()).average().orElseThrow(),
                    one -> median(one.pair().intervals()),
                    one -> one.pair().intervals()[one.pair().intervals().length - 1],
                    one -> smoothed(one.pair().intervals()));
            List<String> names = List.of("mean", "median", "last", "smoothed");
            for (int i = 0; i < plain.size(); i++) {
                Forecast rule = plain.get(i);
                double[] score = score(
                        names.get(i) + ", at least " + least + " days on",
                        told,
                        one -> Math.max(
                                least, rule.of(one) - one.observed().intervals().running()));
                bestError = Math.min(bestError, score[0]);
                bestNear = Math.max(bestNear, score[1]);
            }
            score("always " + least + " days on", told, one -> least);
        }
        double[] ours = score("expected day", told, one -> one.need().days(0.5));
        double[] window = score("likeliest 15 days", told, one -> one.need().likeliestMiddle());
        assertThat(ours[0]).isLessThan(bestError);
        assertThat(window[1]).isGreaterThan(bestNear);
    }

    @Test
    void rhythmsThatAreToldComeTrue() throws SQLException {
        List<Pair> all = read(
                PublicData.file(GroceryRhythmTest.class, "complete-journey/transactions.parquet"),
                PublicData.file(GroceryRhythmTest.class, "complete-journey/products.parquet"));
        List<Told> told = told(all, (int) LocalDate.of(2017, 11, 30).toEpochDay());
        for (double[] rule :
                new double[][] {{1, 0.8}, {0.9, 0.8}, {0.9, 0.7}, {0.8, 0.7}, {0.8, 0.8}, {0.8, 0.9}, {0.7, 0.8}}) {
            List<Told> steady = told.stream()
                    .filter(one ->
                            one.need().variation() <= rule[0] && one.need().needed() >= rule[1])
                    .filter(one -> one.need().interval() <= 120)
                    .toList();
            double missed = steady.stream()
                    .filter(one -> one.next() == 0 || one.next() > 31)
                    .count();
            double near = steady.stream()
                    .filter(one -> one.next() > 0 && Math.abs(one.need().days(0.5) - one.next()) <= 7)
                    .count();
            System.out.printf(
                    Locale.ROOT,
                    "variation ≤ %.1f, needed ≥ %.1f: %d told, %.3f not needed in the next month, %.3f within 7 days%n",
                    rule[0],
                    rule[1],
                    steady.size(),
                    missed / steady.size(),
                    near / steady.size());
            if (rule[0] == 0.8 && rule[1] == 0.8) {
                assertThat(steady.size()).isGreaterThan(100);
                assertThat(missed / steady.size()).isLessThanOrEqualTo(0.2);
                assertThat(near / steady.size()).isGreaterThanOrEqualTo(0.5);
            }
        }
    }
}
