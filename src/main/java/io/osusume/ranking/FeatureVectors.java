package io.osusume.ranking;

import io.osusume.features.Signals.Kind;
import java.util.Arrays;

/** Feature vectors of the candidates of one customer. Never NaN: what is not known is 0. */
final class FeatureVectors {
    /** Added to prices before the logarithm, so that a product that was never paid for has one too. */
    private static final double PRICE_FLOOR = 0.1;

    /** Newcomers, of no particular taste, that a product is taken to have had beside its own: few tell little. */
    private static final float PRIOR_NEWCOMERS = 3;

    /** The strongest factors alone tell the broad taste: those after them are finer, and noisier where data is little. */
    private static final int FIRST_FACTORS = 16;

    /** Spans of looks, in days. */
    private static final int WEEK = 7;

    private static final int FOUR_WEEKS = 28;

    private static final Span[] SPANS = Span.values();

    private final Snapshot snapshot;
    private final int[] categories;
    private final NeighbourScan scan;
    private final float[] allBuyers;
    private final float[] allNewBuyers;

    /** @param categories per product a number of its category, negative where it has none */
    FeatureVectors(Snapshot snapshot, int[] categories, NeighbourScan scan) {
        this.snapshot = snapshot;
        this.categories = categories;
        this.scan = scan;
        this.allBuyers = totals(snapshot.figures().buyers());
        this.allNewBuyers = totals(snapshot.figures().newBuyers());
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

    float[][] of(History history, PurchasedProducts bought, int[] products) {
        float[] customer = new float[Feature.values().length];
        new CustomerFigures(snapshot, history, bought).fill(customer);
        float[] ones = new float[bought.size()];
        Arrays.fill(ones, 1);
        Points points = new Points(
                snapshot.factors().profile(bought.product(), ones),
                snapshot.recentFactors()
                        .profile(bought.product(), bought.recency(snapshot.start(), SnapshotBuilder.RECENT_HALF_LIFE)),
                CustomerFactors.unit(snapshot.factors(), bought));
        int[] week = history.activity().products(Kind.LOOK, snapshot.start(), WEEK);
        int[] month = history.activity().products(Kind.LOOK, snapshot.start(), FOUR_WEEKS);
        int[] account = history.activity().products(Kind.ACCOUNT_LOOK, snapshot.start(), FOUR_WEEKS);
        set(customer, Feature.ALL_LOOKS_28, month.length);
        set(customer, Feature.ACCOUNT_ALL_LOOKS_28, account.length);
        float[][] features = new float[products.length][];
        for (int i = 0; i < products.length; i++) {
            float[] f = customer.clone();
            scan.copyTo(f, products[i]);
            factors(f, products[i], points);
            product(f, products[i]);
            set(f, Feature.PRICE_RATIO, logPrice(snapshot, products[i]) - customer[Feature.LOG_PRICE.index()]);
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
    private record Points(float[] taste, float[] recentTaste, float[] unit) {}

    static void set(float[] features, Feature feature, double value) {
        features[feature.index()] = (float) value;
    }

    static double logPrice(Snapshot snapshot, int product) {
        return Math.log(snapshot.figures().price()[product] + PRICE_FLOOR);
    }

    private void factors(float[] f, int p, Points points) {
        set(f, Feature.TASTE_16, snapshot.factors().score(points.taste(), p, FIRST_FACTORS));
        set(
                f,
                Feature.TASTE,
                snapshot.factors().score(points.taste(), p, snapshot.factors().rank()));
        set(
                f,
                Feature.MOOD,
                snapshot.recentFactors()
                        .score(points.recentTaste(), p, snapshot.recentFactors().rank()));
        float fortnight = CustomerFactors.dot(snapshot.newcomers().get(Span.FORTNIGHT)[p], points.unit());
        float month = CustomerFactors.dot(snapshot.newcomers().get(Span.FOUR_WEEKS)[p], points.unit());
        set(f, Feature.NEWCOMERS_14, fortnight);
        set(f, Feature.NEWCOMERS_28, month);
        set(
                f,
                Feature.NEWCOMERS_14_MEAN,
                fortnight / (snapshot.figures().newBuyers(Span.FORTNIGHT)[p] + PRIOR_NEWCOMERS));
        set(f, Feature.NEWCOMERS_28_MEAN, month / (snapshot.figures().newBuyers(Span.FOUR_WEEKS)[p] + PRIOR_NEWCOMERS));
    }

    private void product(float[] f, int p) {
        ProductFigures figures = snapshot.figures();
        for (Span span : SPANS) {
            set(f, span.buyers(), figures.buyers(span)[p] / allBuyers[span.index()]);
            if (span.newBuyers() != null) {
                set(f, span.newBuyers(), figures.newBuyers(span)[p] / allNewBuyers[span.index()]);
            }
        }
        set(f, Feature.TREND, figures.trend(p));
        set(f, Feature.SLOW_TREND, figures.slowTrend(p));
        set(f, Feature.AGE, snapshot.start() - figures.firstSold()[p]);
        set(f, Feature.SINCE_SOLD, snapshot.start() - figures.lastSold()[p]);
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

    private double categoryShare(PurchasedProducts bought, int product) {
        if (categories[product] < 0) {
            return 0;
        }
        return Arrays.stream(bought.product())
                        .filter(p -> categories[p] == categories[product])
                        .count()
                / (double) bought.size();
    }
}
