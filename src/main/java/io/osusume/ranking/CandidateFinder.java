package io.osusume.ranking;

import io.osusume.config.RankerConfig;
import io.osusume.features.Signals.Kind;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the candidates of one customer after another: the best few of every source that is walked, what the customer and the
 * people of the customer's account looked at, and the products that new buyers buy most, so at most (sources × {@code
 * ranker.candidates_per_source} + {@code ranker.popular_candidates}) each, however many products there are. Latent factors
 * judge these candidates and never look for others.
 */
public final class CandidateFinder {
    private static final List<Feature> SOURCES = List.of(
            Feature.TOGETHER,
            Feature.TOGETHER_60,
            Feature.LATELY,
            Feature.LATELY_30,
            Feature.IN_ORDER,
            Feature.IN_ORDER_30,
            Feature.CUSTOMER_RULE,
            Feature.ORDER_RULE);

    private static final int INTEREST_DAYS = 28;

    private final Snapshot snapshot;
    private final RankerConfig config;
    private final NeighbourScan scan;
    private final FeatureVectors vectors;
    private final List<Feature> sources;

    public CandidateFinder(Snapshot snapshot, RankerConfig config, int[] categories) {
        this.snapshot = snapshot;
        this.config = config;
        this.scan = new NeighbourScan(snapshot);
        this.sources = SOURCES.stream()
                .filter(s -> !config.leaveOut().contains(s.group().label()))
                .toList();
        this.vectors = new FeatureVectors(snapshot, categories, scan);
    }

    /** The candidates of a customer; none for one who had bought nothing before the window. */
    public Candidates of(History history) {
        return of(history, product -> true);
    }

    /** Those of the candidates that are wanted: the others' evidence is not worked out. */
    public Candidates of(History history, IntPredicate wanted) {
        return of(history, new int[0], wanted);
    }

    /** The candidates, and some products beside them. */
    Candidates with(History history, int[] also) {
        return of(history, also, product -> true);
    }

    private Candidates of(History history, int[] also, IntPredicate wanted) {
        PurchasedProducts bought = history.boughtBefore(snapshot.start());
        if (bought.size() == 0) {
            return new Candidates(bought, new int[0], new float[0][]);
        }
        scan.from(bought);
        IntStream walked = sources.stream().flatMapToInt(s -> IntStream.of(scan.best(s, config.candidatesPerSource())));
        IntStream fresh = IntStream.of(snapshot.fresh()).filter(p -> snapshot.mayOffer(p, bought));
        IntStream looked = IntStream.concat(
                ofInterest(Kind.LOOK, history, bought), ofInterest(Kind.ACCOUNT_LOOK, history, bought));
        int[] products = Stream.of(walked, fresh, looked, IntStream.of(also))
                .flatMapToInt(source -> source)
                .sorted()
                .distinct()
                .filter(wanted)
                .toArray();
        return new Candidates(bought, products, vectors.of(history, bought, products));
    }

    /** What was looked at, the latest first. */
    private IntStream ofInterest(Kind kind, History history, PurchasedProducts bought) {
        int[] seen = history.activity().products(kind, snapshot.start(), INTEREST_DAYS);
        return config.leaveOut().contains(Feature.Group.INTEREST.label())
                ? IntStream.empty()
                : IntStream.range(0, seen.length)
                        .map(i -> seen[seen.length - 1 - i])
                        .filter(p -> p != ActivityLog.NO_PRODUCT && snapshot.mayOffer(p, bought))
                        .distinct()
                        .limit(config.candidatesPerSource());
    }
}
