package io.osusume.replenishment;

import io.osusume.replenishment.IntervalModel.Usual;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits {@link IntervalModel} by moments (a random-effects analysis of variance), each with a weak prior, so that few intervals
 * tell something and none tell the usual. How likely a purchase is a customer's last is learned from who has waited for
 * longer than the intervals explain.
 */
final class IntervalFit {
    /** Before any interval is known: a month, half as long or twice. */
    private static final double USUAL_MEAN = Math.log(30);

    /** Twice the amount lasts about 1.4 times as long, before it is known. */
    private static final double USUAL_BY_AMOUNT = 0.5;

    /** Share of purchases that are a customer's last, before any is known, and as if by how many purchases. */
    private static final double USUAL_LAST = 0.1;

    private static final double LAST_WEIGHT = 20;
    /** Though most rhythms are steady, one may quicken or slow down by some 7 % from one interval to the next. */
    private static final double LEAST_DRIFT = 0.005;

    private static final int ROUNDS = 5;

    private final List<Observed> rows;
    private final Map<String, String> categoryOf = new HashMap<>();
    private final double byAmount;
    private final Variances variances;

    private IntervalFit(List<Observed> rows) {
        this.rows = rows;
        rows.forEach(row -> categoryOf.put(row.product(), row.category()));
        this.byAmount = byAmount();
        this.variances = new Variances(rows, byAmount);
    }

    /** The intervals of one customer and product; blank for no category. */
    record Observed(String product, String category, Intervals intervals) {}

    /** Rows in any one order: sums depend on it in the last digits only. */
    static IntervalModel of(List<Observed> rows) {
        IntervalFit fit = new IntervalFit(rows);
        return fit.withLastPurchases(fit.means());
    }

    private double byAmount() {
        double xx = 0;
        double xy = 0;
        for (Observed row : rows) {
            xx += row.intervals().xx();
            xy += row.intervals().xy();
        }
        // A normal prior of deviation ½.
        double weight = 4 * Variances.USUAL_SPREAD;
        return (xy + weight * USUAL_BY_AMOUNT) / (xx + weight);
    }

    private double drift() {
        double told = 0;
        double weight = 0;
        for (Observed row : rows) {
            Intervals one = row.intervals();
            if (one.count() > 2) {
                told += Math.pow(one.slope(byAmount), 2) * one.ii() - variances.spread(row.product());
                weight += one.ii();
            }
        }
        return weight > 0 ? Math.max(LEAST_DRIFT, told / weight) : LEAST_DRIFT;
    }

    /** The means of products, drawn towards those of their categories, and these towards that of all. */
    private IntervalModel means() {
        Map<String, Moments> products = new TreeMap<>();
        for (Observed row : rows) {
            double known = 1
                    / (variances.between(row.product())
                            + variances.spread(row.product()) / row.intervals().count());
            add(products, row.product(), row.intervals().meanLog(), known);
        }
        Map<String, Moments> inCategories = new TreeMap<>();
        products.forEach((id, m) -> add(inCategories, categoryOf.get(id), m.mean(), m.weight()));
        double ofProducts = Moments.variance(inCategories.values(), 1);
        Map<String, Moments> categories = new TreeMap<>();
        products.forEach((id, m) -> add(categories, categoryOf.get(id), m.mean(), 1 / (ofProducts + 1 / m.weight())));
        Moments inAll = new Moments();
        categories.values().forEach(m -> inAll.add(m.mean(), m.weight()));
        double ofCategories = Moments.variance(inAll);
        Moments all = new Moments();
        all.add(USUAL_MEAN, 1 / Variances.USUAL_SPREAD);
        categories.values().forEach(m -> all.add(m.mean(), 1 / (ofCategories + 1 / m.weight())));

        Map<String, Usual> ofCategory = new HashMap<>();
        categories.forEach((id, m) -> ofCategory.put(
                id,
                drawn(m, all.mean(), ofCategories, ofProducts)
                        .with(variances.spreadOfCategory(id), variances.betweenOfCategory(id))));
        Map<String, Usual> ofProduct = new HashMap<>();
        products.forEach((id, m) -> ofProduct.put(
                id,
                drawn(m, ofCategory.get(categoryOf.get(id)).mean(), ofProducts, 0)
                        .with(variances.spread(id), variances.between(id))));
        Usual ofAll = new Usual(
                all.mean(), ofCategories + ofProducts, variances.spreadOfAll(), variances.betweenOfAll(), USUAL_LAST);
        return new IntervalModel(byAmount, drift(), ofProduct, ofCategory, ofAll);
    }

    private static void add(Map<String, Moments> groups, String group, double value, double weight) {
        groups.computeIfAbsent(group, k -> new Moments()).add(value, weight);
    }

    /** A mean drawn towards the wider one, about which such means have a variance; {@code more} of variance on top of it. */
    private static Drawn drawn(Moments own, double wider, double variance, double more) {
        double known = own.weight() + 1 / variance;
        return new Drawn((own.weight() * own.mean() + wider / variance) / known, 1 / known + more);
    }

    private record Drawn(double mean, double variance) {
        Usual with(double spread, double between) {
            return new Usual(mean, variance, spread, between, USUAL_LAST);
        }
    }

    /** Expectation and maximisation in turn: whose purchase was the last, and how many are. */
    private IntervalModel withLastPurchases(IntervalModel means) {
        double[] lasts = new double[rows.size()];
        for (int i = 0; i < lasts.length; i++) {
            Observed row = rows.get(i);
            Need need = means.of(row.intervals(), means.usual(row.product(), row.category()));
            lasts[i] = Need.survival(need.mu(), need.deviation(), need.running());
        }
        IntervalModel model = means;
        for (int round = 0; round < ROUNDS; round++) {
            Pooled found = new Pooled(USUAL_LAST, LAST_WEIGHT, LAST_WEIGHT, 0);
            for (int i = 0; i < lasts.length; i++) {
                Observed row = rows.get(i);
                double stops = model.usual(row.product(), row.category()).stops();
                double last = stops / ((1 - stops) * lasts[i] + stops);
                found.add(row.product(), row.category(), last, row.intervals().count() + 1.0);
            }
            model = model.with(categoryOf, found);
        }
        return model;
    }
}
