package io.osusume.ranking.backtest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.osusume.config.BacktestConfig;
import io.osusume.features.Lookback;
import io.osusume.ranking.backtest.OffersMade.Shown;
import io.osusume.tables.Orders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What of the {@link OffersMade} was bought in the days after, beside the ranking's own best for the same customers. */
public final class MadeFigures {
    public static final String MADE = "offers_made";
    public static final String BEST = "best_by_margin";
    /** What the name of a method ends with where all days are taken together, under the last of them. */
    public static final String POOLED = "_all_days";

    public static final String OFFERS = "offers";
    public static final String BOUGHT = "bought_share";
    public static final String MARGIN = "margin_per_offer";
    public static final String BOUGHT_TO_BEST = "bought_to_best";
    public static final String MARGIN_TO_BEST = "margin_to_best";
    public static final String CALIBRATION = "calibration_ratio";

    private final BacktestConfig config;
    private final int horizonDays;

    public MadeFigures(BacktestConfig config, int horizonDays) {
        this.config = config;
        this.horizonDays = horizonDays;
    }

    /** Whether a figure is of offers made, or of what they are held against. */
    public static boolean isOne(Figure figure) {
        return figure.method().startsWith(MADE) || figure.method().startsWith(BEST);
    }

    /** What came of what one customer was shown. */
    private static final class Tally {
        private final double[] shown = new double[2];
        private final double[] bought = new double[2];
        private final double[] margin = new double[2];
        private double forecast;
        private double came;

        void add(Shown s, boolean wasBought) {
            int side = s.made() ? 0 : 1;
            shown[side]++;
            bought[side] += wasBought ? 1 : 0;
            margin[side] += wasBought ? s.margin() : 0;
            if (s.made() && s.pBuy() != null) {
                forecast += s.pBuy();
                came += wasBought ? 1 : 0;
            }
        }

        Tally plus(Tally other) {
            for (int side = 0; side < 2; side++) {
                shown[side] += other.shown[side];
                bought[side] += other.bought[side];
                margin[side] += other.margin[side];
            }
            forecast += other.forecast;
            came += other.came;
            return this;
        }
    }

    /**
     * The figures of each day, and of all days together where there are several.
     *
     * @param purchases of which those in the days after each day count
     */
    public List<Figure> of(List<Shown> shown, Dataset<Row> purchases) {
        Map<LocalDate, Map<String, Tally>> days = new TreeMap<>();
        shown.stream().map(Shown::asOf).distinct().forEach(day -> days.put(day, new TreeMap<>()));
        days.forEach((day, customers) -> {
            List<Shown> its = shown.stream().filter(s -> s.asOf().equals(day)).toList();
            Set<List<String>> bought = bought(its, purchases, day);
            its.forEach(s -> customers
                    .computeIfAbsent(s.customer(), c -> new Tally())
                    .add(s, bought.contains(List.of(s.customer(), s.product()))));
        });
        List<Figure> figures = new ArrayList<>();
        days.forEach((day, customers) -> figures.addAll(figures(day, "", List.copyOf(customers.values()))));
        if (days.size() > 1) {
            Map<String, Tally> all = new TreeMap<>();
            days.values()
                    .forEach(day -> day.forEach((customer, tally) ->
                            all.computeIfAbsent(customer, c -> new Tally()).plus(tally)));
            figures.addAll(figures(((TreeMap<LocalDate, ?>) days).lastKey(), POOLED, List.copyOf(all.values())));
        }
        return figures;
    }

    /** Customer and product of what was shown and then bought. */
    private Set<List<String>> bought(List<Shown> shown, Dataset<Row> purchases, LocalDate day) {
        List<Row> rows = shown.stream()
                .map(s -> RowFactory.create(s.customer(), s.product()))
                .distinct()
                .toList();
        StructType schema = new StructType()
                .add(Orders.CUSTOMER_ID, DataTypes.StringType)
                .add(Orders.PRODUCT_ID, DataTypes.StringType);
        Dataset<Row> pairs = purchases.sparkSession().createDataFrame(rows, schema);
        Set<List<String>> bought = new HashSet<>();
        purchases
                .where(new Lookback(day.plusDays(horizonDays)).within(col(Orders.ORDERED_AT), horizonDays))
                .join(broadcast(pairs), new String[] {Orders.CUSTOMER_ID, Orders.PRODUCT_ID}, "left_semi")
                .select(Orders.CUSTOMER_ID, Orders.PRODUCT_ID)
                .distinct()
                .collectAsList()
                .forEach(r -> bought.add(List.of(r.getString(0), r.getString(1))));
        return bought;
    }

    private List<Figure> figures(LocalDate asOf, String pooled, List<Tally> customers) {
        Bootstrap bootstrap = new Bootstrap(customers.size(), config.resamples(), config.confidence(), config.seed());
        Side made = new Side(asOf, MADE + pooled, customers, bootstrap);
        Side best = new Side(asOf, BEST + pooled, customers, bootstrap);
        List<Figure> figures = new ArrayList<>();
        figures.add(made.plain(OFFERS, t -> t.shown[0]));
        figures.add(made.ratio(BOUGHT, t -> t.bought[0], t -> t.shown[0]));
        figures.add(made.ratio(MARGIN, t -> t.margin[0], t -> t.shown[0]));
        figures.add(made.ratio(BOUGHT_TO_BEST, t -> t.bought[0], t -> t.bought[1]));
        figures.add(made.ratio(MARGIN_TO_BEST, t -> t.margin[0], t -> t.margin[1]));
        figures.add(made.ratio(CALIBRATION, t -> t.forecast, t -> t.came));
        figures.add(best.plain(OFFERS, t -> t.shown[1]));
        figures.add(best.ratio(BOUGHT, t -> t.bought[1], t -> t.shown[1]));
        figures.add(best.ratio(MARGIN, t -> t.margin[1], t -> t.shown[1]));
        return figures;
    }

    /** One method's figures over the same customers. */
    private record Side(LocalDate asOf, String method, List<Tally> customers, Bootstrap bootstrap) {
        Figure plain(String metric, ToDoubleFunction<Tally> value) {
            return figure(
                    metric, Optional.of(customers.stream().mapToDouble(value).sum()), Optional.empty());
        }

        /** Σ ÷ Σ over customers; not told where nothing is divided by. */
        Figure ratio(String metric, ToDoubleFunction<Tally> above, ToDoubleFunction<Tally> below) {
            double[] over = customers.stream().mapToDouble(above).toArray();
            double[] under = customers.stream().mapToDouble(below).toArray();
            int[] everybody = new int[over.length];
            java.util.Arrays.setAll(everybody, i -> i);
            double value = ratio(over, under, everybody);
            if (!Double.isFinite(value)) {
                return figure(metric, Optional.empty(), Optional.empty());
            }
            Bootstrap.Interval interval = bootstrap.of(s -> ratio(over, under, s));
            return figure(metric, Optional.of(value), Optional.of(interval).filter(i -> Double.isFinite(i.high())));
        }

        private static double ratio(double[] over, double[] under, int[] sample) {
            double sumOver = 0;
            double sumUnder = 0;
            for (int i : sample) {
                sumOver += over[i];
                sumUnder += under[i];
            }
            return sumOver / sumUnder;
        }

        private Figure figure(String metric, Optional<Double> value, Optional<Bootstrap.Interval> interval) {
            return new Figure(
                    asOf, method, metric, customers.size(), value, interval, Optional.empty(), Optional.empty());
        }
    }
}
