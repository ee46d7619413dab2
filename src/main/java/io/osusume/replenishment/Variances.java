package io.osusume.replenishment;

import io.osusume.replenishment.IntervalFit.Observed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How unsteady the intervals of a product are within a customer ({@code spread}) and how customers' means differ about the
 * product's ({@code between}): the product's own as far as products differ, see {@link Moments#credibility}.
 */
final class Variances {
    /** Before any interval is known. */
    static final double USUAL_SPREAD = 0.5;
    /** As if by so many intervals, or customers. */
    private static final double USUAL_WEIGHT = 4;

    private static final double LEAST = 1e-3;

    private final Map<String, String> categoryOf = new HashMap<>();
    private final Pooled spreads;
    private final Pooled betweens;

    Variances(List<Observed> rows, double byAmount) {
        Map<String, Moments> meanSquares = new TreeMap<>();
        Map<String, Moments> means = new TreeMap<>();
        for (Observed row : rows) {
            Intervals one = row.intervals();
            categoryOf.put(row.product(), row.category());
            if (one.count() > 1) {
                double degrees = one.count() - 1.0;
                moments(meanSquares, row).add(one.within(byAmount) / degrees, degrees);
            }
            moments(means, row).add(one.meanLog(), one.count());
        }
        spreads = new Pooled(USUAL_SPREAD, USUAL_WEIGHT, Moments.credibility(meanSquares.values()), LEAST);
        meanSquares.forEach((id, m) -> spreads.add(id, categoryOf.get(id), m.mean() * m.weight(), m.weight()));

        Map<String, Moments> squares = new TreeMap<>();
        for (Observed row : rows) {
            Moments ofProduct = means.get(row.product());
            if (ofProduct.degrees() > 0) {
                double square = Math.pow(row.intervals().meanLog() - ofProduct.mean(), 2);
                moments(squares, row).add(square, row.intervals().count());
            }
        }
        double customers = means.values().stream().mapToDouble(Moments::degrees).sum();
        double weights =
                means.values().stream().mapToDouble(Moments::weightAboutMean).sum();
        double each = customers > 0 ? weights / customers : 1;
        betweens = new Pooled(Moments.USUAL_VARIANCE, USUAL_WEIGHT, Moments.credibility(squares.values()) / each, 0);
        means.forEach((id, m) ->
                betweens.add(id, categoryOf.get(id), m.squaresBeyond(spread(id)) / each, m.weightAboutMean() / each));
    }

    private static Moments moments(Map<String, Moments> ofProducts, Observed row) {
        return ofProducts.computeIfAbsent(row.product(), k -> new Moments());
    }

    double spread(String product) {
        return Math.max(LEAST, spreads.ofProduct(product, categoryOf.get(product)));
    }

    double between(String product) {
        return Math.max(LEAST, betweens.ofProduct(product, categoryOf.get(product)));
    }

    double spreadOfCategory(String category) {
        return Math.max(LEAST, spreads.ofCategory(category));
    }

    double betweenOfCategory(String category) {
        return Math.max(LEAST, betweens.ofCategory(category));
    }

    double spreadOfAll() {
        return Math.max(LEAST, spreads.ofAll());
    }

    double betweenOfAll() {
        return Math.max(LEAST, betweens.ofAll());
    }
}
