package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.PublicData;
import io.osusume.Slow;
import io.osusume.stats.RankCorrelation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Companies that nobody here made, and one of a form that no model has: the orders of the last days are forecast from those
 * before. What the night would use errs no more than going on at the rate of repeat orders so far.
 */
@Slow
class ForeignGroundTest {
    private static final int LONGEST_WINDOW = 90;

    private static List<List<Integer>> read(String query) throws SQLException {
        Map<String, List<Integer>> days = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT DISTINCT customer, datediff('day', DATE '1970-01-01', day) d"
                                + " FROM (" + query + ") ORDER BY 1, 2")) {
            while (rows.next()) {
                days.computeIfAbsent(rows.getString(1), k -> new ArrayList<>()).add(rows.getInt(2));
            }
        }
        return new ArrayList<>(days.values());
    }

    /** {x, t_x, T, orders of the days after} as of a day, of the customers of one in five or of the others. */
    private static List<double[]> histories(List<List<Integer>> customers, int asOf, int days) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            List<Integer> all = customers.get(i);
            List<Integer> until = all.stream().filter(day -> day <= asOf).toList();
            if (!until.isEmpty()) {
                long came = all.stream()
                        .filter(day -> day > asOf && day <= asOf + days)
                        .count();
                int first = until.get(0);
                rows.add(new double[] {
                    i % 5 == 0 ? 1 : 0, until.size() - 1, until.get(until.size() - 1) - first, asOf - first, came, 1
                });
            }
        }
        return rows;
    }

    private static HeldOutWindows windows(List<List<Integer>> customers, int asOf, int days) {
        List<double[]> rows = new ArrayList<>();
        for (int window = 0; window <= 2; window++) {
            for (double[] row : histories(customers, asOf - window * days, days)) {
                double[] with = new double[7];
                with[0] = window;
                System.arraycopy(row, 0, with, 1, 6);
                rows.add(with);
            }
        }
        return new HeldOutWindows(rows.toArray(double[][]::new), days);
    }

    private static HoldoutError score(
            String name, double[][] outcomes, int days, ToDoubleFunction<PurchaseModel.History> forecast) {
        HoldoutError error = HoldoutError.of(outcomes, days, forecast);
        double[][] pairs = Arrays.stream(outcomes)
                .map(o -> new double[] {
                    forecast.applyAsDouble(new PurchaseModel.History((int) o[0], o[1], o[2])), o[3], o[4]
                })
                .toArray(double[][]::new);
        System.out.printf(
                Locale.ROOT,
                "  %-22s forecast ÷ actual %.3f, MAE %.4f, rank correlation %.3f, by decile %.3f%n",
                name,
                error.ratio(),
                error.mae(),
                RankCorrelation.of(pairs, 0, 1, 2),
                byDecile(
                        Arrays.stream(pairs).mapToDouble(p -> p[0]).toArray(),
                        Arrays.stream(pairs).mapToDouble(p -> p[1]).toArray()));
        return error;
    }

    /** Of ten groups by what was told, as large as each other: rank correlation of the means told and the means that came. */
    private static double byDecile(double[] told, double[] came) {
        Integer[] order = IntStream.range(0, told.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> told[i]).thenComparing(i -> i));
        double[] meanTold = new double[10];
        double[] meanCame = new double[10];
        for (int decile = 0; decile < 10; decile++) {
            int from = (int) ((long) told.length * decile / 10);
            int to = (int) ((long) told.length * (decile + 1) / 10);
            for (int i = from; i < to; i++) {
                meanTold[decile] += told[order[i]] / (to - from);
                meanCame[decile] += came[order[i]] / (to - from);
            }
        }
        return RankCorrelation.of(
                IntStream.range(0, 10)
                        .mapToObj(i -> new double[] {meanTold[i], meanCame[i], 1})
                        .toArray(double[][]::new),
                0,
                1,
                2);
    }

    /** As of {@code days} before the end: what the night would use, and each model on its own. */
    private static void check(String company, List<List<Integer>> customers, int days) {
        int end =
                customers.stream().flatMap(List::stream).mapToInt(d -> d).max().orElseThrow();
        int begin =
                customers.stream().flatMap(List::stream).mapToInt(d -> d).min().orElseThrow();
        int asOf = end - days;
        double[][] outcomes = histories(customers, asOf, days).stream()
                .map(row -> Arrays.copyOfRange(row, 1, 6))
                .toArray(double[][]::new);
        System.out.printf(Locale.ROOT, "%s, %d customers, %d days ahead%n", company, outcomes.length, days);
        PurchaseHistories all = PurchaseHistories.of(Arrays.stream(outcomes)
                .map(o -> new double[] {o[0], o[1], o[2], 1})
                .toArray(double[][]::new));
        for (PurchaseModel model :
                List.of(BetaGeometricNbd.MBG, BetaGeometricNbd.BG, ParetoNbd.INSTANCE, NegativeBinomial.INSTANCE)) {
            PurchaseFit fit = PurchaseFit.of(model, all.withinLimits(0.02).sample(2000), 2000);
            score(model.name(), outcomes, days, h -> fit.expected(h, days));
        }
        score("naive", outcomes, days, h -> h.age() > 0 ? h.repeats() / h.age() * days : 0);
        int window = Math.min(LONGEST_WINDOW, (asOf - begin) / 3);
        ModelChoice.Chosen chosen = new ModelChoice(Shop.config("model=auto")).of(windows(customers, asOf, window));
        HoldoutError ours;
        if (chosen.instead() != null) {
            ours = score(
                    "ours: shrunk_naive", outcomes, days, h -> chosen.instead().perDay(h) * days);
        } else {
            PurchaseFit fit =
                    PurchaseFit.of(chosen.model(), all.withinLimits(0.02).sample(2000), 2000);
            ours = score("ours: " + chosen.model().name(), outcomes, days, h -> fit.expected(h, days));
        }
        assertThat(ours.mae()).isLessThanOrEqualTo(ours.naive());
    }

    @Test
    void onlineRetail() throws SQLException {
        String file =
                PublicData.file(ForeignGroundTest.class, "online-retail.csv.gz").toString();
        check(
                "Online Retail",
                read("SELECT CustomerID customer, CAST(CAST(InvoiceDate AS TIMESTAMP) AS DATE) AS day FROM read_csv('"
                        + file
                        + "', all_varchar = true, ignore_errors = true) WHERE CustomerID <> '' AND CAST(Quantity AS DOUBLE) > 0"
                        + " AND CAST(UnitPrice AS DOUBLE) > 0 AND InvoiceNo NOT LIKE 'C%'"),
                182);
    }

    @Test
    void grocery() throws SQLException {
        String file = PublicData.file(ForeignGroundTest.class, "complete-journey/transactions.parquet")
                .toString();
        String query =
                "SELECT CAST(household_id AS VARCHAR) customer, CAST(transaction_timestamp AS DATE) AS day FROM '"
                        + file + "' WHERE sales_value > 0";
        check("Grocery half", read(query), 90);
        check("Grocery half", read(query), 182);
    }

    @Test
    void cdnow() throws SQLException {
        String file =
                PublicData.file(ForeignGroundTest.class, "CDNOW_master.txt.gz").toString();
        String query = "SELECT string_split_regex(trim(l), '\\s+')[1] customer,"
                + " CAST(strptime(string_split_regex(trim(l), '\\s+')[2], '%Y%m%d') AS DATE) AS day FROM read_csv('"
                + file
                + "', columns = {'l': 'VARCHAR'}, delim = '|', header = true, auto_detect = false)";
        check("CDNOW, all", read(query), 273);
    }

    /** Gaps of two kinds in turn, a pause of months in the middle, and a few who order every week. */
    @Test
    void aFormThatNoModelHas() {
        Random random = new Random(17);
        List<List<Integer>> customers = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            List<Integer> days = new ArrayList<>();
            int day = random.nextInt(500);
            int gap = i % 20 == 0 ? 7 : 20 + random.nextInt(80);
            int pause = day + random.nextInt(300);
            for (int n = 0; day < 730 && n < 1 + random.nextInt(40); n++) {
                days.add(day);
                int next = day + (n % 2 == 0 ? gap / 2 : gap * 2) + random.nextInt(5);
                day = day < pause && next >= pause ? next + 120 : next + 1;
            }
            customers.add(days);
        }
        check("Made up", customers, 120);
    }
}
