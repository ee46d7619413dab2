package io.osusume.ranking;

import io.osusume.features.Signals.Kind;
import java.util.Arrays;

/** Feature vectors of the candidates of one customer. Never NaN: what is not known is 0. */
final class FeatureVectors {
    /** Added to prices before the logarithm, so that a product that was never paid for has one too. */
    private static final double PRICE_FLOOR = 0.1;

    /** Newcomers that a product is taken to have had, of no particular taste. */
    private static final float SHRINKAGE = 3;

    private static final int FIRST_FACTORS = 16;

    private final Window window;
    private final int[] categories;
    private final NeighbourScan walk;
    private final float[] allBuyers;
    private final float[] allNewBuyers;

    /** @param categories per product a number of its category, negative where it has none */
    FeatureVectors(Window window, int[] categories, NeighbourScan walk) {
        this.window = window;
        this.categories = categories;
        this.walk = walk;
        this.allBuyers = totals(window.figures().buyers());
        this.allNewBuyers = totals(window.figures().newBuyers());
    }

    /** Σ over the products of each span, at least 1. */
    private static float[] totals(int[][] counts) {
        float[] totals = new float[counts.length];
        for (int s = 0; s < totals.length; s++) {
            totals[s] =
                    Math.max(1, (float) Arrays.stream(counts[s]).asLongStream().sum());
        }
        return totals;
    }

    float[][] of(History history, Bought bought, int[] products) {
        float[] customer = new float[Feature.values().length];
        new CustomerFigures(window, history, bought).fill(customer);
        float[] ones = new float[bought.size()];
        Arrays.fill(ones, 1);
        Points points = new Points(
                window.taste().profile(bought.product(), ones),
                window.mood().profile(bought.product(), bought.recency(window.start(), 60)),
                CustomerFactors.unit(window.taste(), bought));
        int[] week = history.trace().products(Kind.LOOK, window.start(), 7);
        int[] month = history.trace().products(Kind.LOOK, window.start(), 28);
        int[] account = history.trace().products(Kind.ACCOUNT_LOOK, window.start(), 28);
        set(customer, Feature.ALL_LOOKS_28, month.length);
        set(customer, Feature.ACCOUNT_ALL_LOOKS_28, account.length);
        float[][] features = new float[products.length][];
        for (int i = 0; i < products.length; i++) {
            float[] f = customer.clone();
            walk.copyTo(f, products[i]);
            factors(f, products[i], points);
            product(f, products[i]);
            set(f, Feature.PRICE_RATIO, logPrice(window, products[i]) - customer[Feature.LOG_PRICE.index()]);
            set(f, Feature.CATEGORY_SHARE, categoryShare(bought, products[i]));
            set(f, Feature.LOOKS_7, count(week, products[i]));
            set(f, Feature.LOOKS_28, count(month, products[i]));
            set(f, Feature.ACCOUNT_LOOKS_28, count(account, products[i]));
            features[i] = f;
        }
        return features;
    }

    /** Where a customer stands among the factors: b V, recency-weighted b V, and the unit vector of taste. */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    private record Points(float[] taste, float[] mood, float[] unit) {}

    static void set(float[] features, Feature feature, double value) {
        features[feature.index()] = (float) value;
    }

    static double logPrice(Window window, int product) {
        return Math.log(window.figures().price()[product] + PRICE_FLOOR);
    }

    private void factors(float[] f, int p, Points points) {
        set(f, Feature.TASTE_16, window.taste().score(points.taste(), p, FIRST_FACTORS));
        set(
                f,
                Feature.TASTE,
                window.taste().score(points.taste(), p, window.taste().rank()));
        set(f, Feature.MOOD, window.mood().score(points.mood(), p, window.mood().rank()));
        float fortnight = CustomerFactors.dot(window.newcomers()[0][p], points.unit());
        float month = CustomerFactors.dot(window.newcomers()[1][p], points.unit());
        int[][] news = window.figures().newBuyers();
        set(f, Feature.NEWCOMERS_14, fortnight);
        set(f, Feature.NEWCOMERS_28, month);
        set(f, Feature.NEWCOMERS_14_MEAN, fortnight / (news[ProductFigures.FORTNIGHT][p] + SHRINKAGE));
        set(f, Feature.NEWCOMERS_28_MEAN, month / (news[ProductFigures.FOUR_WEEKS][p] + SHRINKAGE));
    }

    private void product(float[] f, int p) {
        ProductFigures figures = window.figures();
        for (int s = 0; s < ProductFigures.SPANS.length; s++) {
            f[Feature.BUYERS_7.index() + s] = figures.buyers()[s][p] / allBuyers[s];
        }
        for (int s = 0; s < ProductFigures.EVER; s++) {
            f[Feature.NEW_BUYERS_7.index() + s] = figures.newBuyers()[s][p] / allNewBuyers[s];
        }
        set(f, Feature.TREND, figures.trend(p));
        set(f, Feature.SLOW_TREND, figures.slowTrend(p));
        set(f, Feature.AGE, window.start() - figures.firstSold()[p]);
        set(f, Feature.SINCE_SOLD, window.start() - figures.lastSold()[p]);
        set(f, Feature.UNIT_PRICE, figures.price()[p]);
        set(f, Feature.USUAL_QUANTITY, figures.quantity()[p]);
        set(f, Feature.REPEATS, figures.repeats()[p]);
    }

    private static int count(int[] codes, int product) {
        int count = 0;
        for (int code : codes) {
            count += code == product ? 1 : 0;
        }
        return count;
    }

    private double categoryShare(Bought bought, int product) {
        if (categories[product] < 0) {
            return 0;
        }
        return Arrays.stream(bought.product())
                        .filter(p -> categories[p] == categories[product])
                        .count()
                / (double) bought.size();
    }
}
