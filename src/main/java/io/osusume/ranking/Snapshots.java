package io.osusume.ranking;

import io.osusume.config.RankerConfig;
import io.osusume.features.Signals.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Looks back from several days at the same histories. */
public final class Snapshots {
    /** Customers of a window from which examples come: with some twenty examples each more than are learned from. */
    private static final int MOST_LEARNERS = 10_000;

    private final RankerConfig config;
    private final JavaRDD<History> histories;
    private final double share;
    private final List<History> teaching;
    private final SnapshotBuilder builder;
    private final int[] categories;

    /**
     * @param histories of all customers
     * @param categories per product a number of its category, negative where it has none
     */
    public Snapshots(RankerConfig config, JavaRDD<History> histories, int[] categories) {
        this.config = config;
        this.histories = histories;
        this.categories = categories;
        this.builder = new SnapshotBuilder(config, categories.length);
        long events = histories
                .map(h -> (long) h.day().length + h.activity().day().length)
                .fold(0L, Long::sum);
        this.share = Math.min(1, (double) config.maxEvents() / Math.max(1, events));
        this.teaching = teaching(histories, (int) (share * Integer.MAX_VALUE));
    }

    /** The histories that teach, by customer: all of them, or as large a sample as may be. */
    private static List<History> teaching(JavaRDD<History> histories, int drawn) {
        List<History> found = new ArrayList<>(histories
                .filter(h -> HashSample.of(h.customer(), 0, 0) <= drawn)
                .collect());
        found.sort(Comparator.comparing(History::customer));
        return found;
    }

    /** The first day of any purchase; the largest number where there is none. */
    public int firstDay() {
        return teaching.stream().mapToInt(h -> h.day()[0]).min().orElse(Integer.MAX_VALUE);
    }

    /** The last day of any purchase; the smallest number where there is none. */
    public int lastDay() {
        return teaching.stream()
                .mapToInt(h -> h.day()[h.day().length - 1])
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    /** The first day on which something of a kind happened to anybody; the largest number where it never did. */
    public int firstDay(Kind kind) {
        return teaching.stream().mapToInt(h -> h.activity().first(kind)).min().orElse(Integer.MAX_VALUE);
    }

    public Snapshot at(int start) {
        return share == 1
                ? builder.build(teaching, start)
                : builder.build(teaching, ProductSales.of(histories, categories.length, start), start);
    }

    /** Of the customers, about how many teach; 1 where all do. */
    public double share() {
        return share;
    }

    public List<History> teaching() {
        return teaching;
    }

    public JavaRDD<History> histories() {
        return histories;
    }

    public int[] categories() {
        return categories;
    }

    /** Of those who had bought before a day, as many as are learned from, drawn by a hash of their id. */
    private List<History> learners(int start) {
        List<History> known = teaching.stream().filter(h -> h.day()[0] < start).toList();
        double share = (double) MOST_LEARNERS / Math.max(1, known.size());
        return share >= 1
                ? known
                : known.stream()
                        .filter(h ->
                                HashSample.of(h.customer(), -1, config.seed() + start) <= share * Integer.MAX_VALUE)
                        .toList();
    }

    /**
     * The candidates of the window's start, with what was newly bought within the horizon, all of those bought and a sample of
     * the others. By customer and product.
     */
    List<Example> examples(int number, int start) {
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(histories.context());
        Broadcast<Snapshot> snapshot = spark.broadcast(at(start));
        RankerConfig settings = config;
        int[] groups = categories;
        int share = (int) Math.min(
                Integer.MAX_VALUE, Integer.MAX_VALUE * settings.training().negativeShare());
        List<Example> examples = new ArrayList<>(spark.parallelize(
                        learners(start), Math.max(1, histories.getNumPartitions()))
                .mapPartitions(customers -> {
                    CandidateFinder finder = new CandidateFinder(snapshot.value(), settings, groups);
                    List<Example> found = new ArrayList<>();
                    while (customers.hasNext()) {
                        History history = customers.next();
                        int[] bought = history.newIn(start, start + settings.horizonDays());
                        Candidates candidates = finder.of(
                                history,
                                p -> Arrays.binarySearch(bought, p) >= 0
                                        || HashSample.of(history.customer(), p, settings.seed() + start) <= share);
                        for (int i = 0; i < candidates.size(); i++) {
                            int p = candidates.product()[i];
                            boolean hit = Arrays.binarySearch(bought, p) >= 0;
                            found.add(new Example(
                                    number,
                                    history.customer(),
                                    p,
                                    candidates.features()[i],
                                    hit,
                                    hit ? 1 : 1 / settings.training().negativeShare()));
                        }
                    }
                    return found.iterator();
                })
                .collect());
        snapshot.destroy();
        examples.sort(Comparator.comparing(Example::customer).thenComparing(Example::product));
        return examples;
    }
}
