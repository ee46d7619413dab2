package io.osusume.ranking;

import io.osusume.config.RankerConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Learns a model from windows of the past. */
public final class Learning {
    /** About 300 bytes each on the driver. */
    private static final int MOST_EXAMPLES = 400_000;

    private final RankerConfig config;
    private final Snapshots windows;

    public Learning(RankerConfig config, Snapshots windows) {
        this.config = config;
        this.windows = windows;
    }

    /**
     * What came of it.
     *
     * @param model none where there is too little to learn from
     * @param bought start of each window learned from, the latest first, and how many of its examples were bought
     * @param latest the examples of the latest window
     * @param examples how many were learned from
     * @param positives how many of them were bought
     * @param share about how many of the customers taught; 1 where all did
     * @param note what a person should know, empty where all is well
     */
    public record Learned(
            Optional<Fitted> model,
            SortedMap<Integer, Long> bought,
            List<Example> latest,
            long examples,
            long positives,
            double share,
            String note) {}

    /**
     * A model.
     *
     * @param untouched the same learned without the latest window, by which it can be judged on that
     * @param levels by number of the window Σp ÷ Σy, where anything was bought: how far the level swings
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    public record Fitted(RankerModel model, RankerModel untouched, double[] importance, Map<Integer, Double> levels) {}

    /** Learns as of the day before {@code start}. Nothing of that day or later is looked at. */
    public Learned before(int start) {
        SortedMap<Integer, Long> bought = new TreeMap<>(Comparator.reverseOrder());
        List<Example> examples = new ArrayList<>();
        int earliest = windows.firstDay() + config.training().minHistoryDays();
        for (int w = 1; w <= config.training().windows(); w++) {
            int begin = start - w * config.horizonDays();
            if (begin < earliest) {
                break;
            }
            List<Example> found = windows.examples(w, begin);
            bought.put(begin, found.stream().filter(Example::bought).count());
            examples.addAll(found);
        }
        thin(examples);
        long positives = examples.stream().filter(Example::bought).count();
        List<Example> latest = examples.stream().filter(e -> e.window() == 1).toList();
        Optional<String> lack = lack(bought.size(), examples.size(), positives);
        if (lack.isPresent()) {
            return new Learned(
                    Optional.empty(), bought, latest, examples.size(), positives, windows.share(), lack.get());
        }
        Coverage coverage = new Coverage(windows, bought.lastKey());
        int[] features = varying(coverage.reaching(Feature.without(config.leaveOut())), examples);
        Fitted fitted = fit(examples, latest, features);
        return new Learned(
                Optional.of(fitted), bought, latest, examples.size(), positives, windows.share(), coverage.note(start));
    }

    /** Keeps at most {@link #MOST_EXAMPLES}, the bought and the others in the same share, so that the odds stay. */
    private void thin(List<Example> examples) {
        double share = (double) MOST_EXAMPLES / Math.max(1, examples.size());
        if (share < 1) {
            examples.removeIf(e ->
                    HashSample.of(e.customer(), e.product(), config.seed() + e.window()) > share * Integer.MAX_VALUE);
        }
    }

    private Optional<String> lack(int found, int examples, long positives) {
        if (found < 2) {
            return Optional.of("Too little history to learn what customers buy next: " + found + " window(s) of "
                    + config.horizonDays() + " days (ranker.horizon_days) with "
                    + config.training().minHistoryDays()
                    + " days before them (ranker.training.min_history_days), and 2 are needed. p_buy is null.");
        }
        if (positives < config.training().minPositives() || positives == examples) {
            return Optional.of(
                    "Too little to learn what customers buy next: of " + examples + " candidates " + positives
                            + " were bought, and ranker.training.min_positives = "
                            + config.training().minPositives() + ". p_buy is null.");
        }
        return Optional.empty();
    }

    /**
     * Trees on all windows. The slope of their calibration comes from trees that did not see the latest window; the level is
     * that of all windows: how much is bought swings from month to month, and the latest month alone says less of the next.
     */
    private Fitted fit(List<Example> examples, List<Example> latest, int[] features) {
        Boosting boosting = new Boosting(config.training(), config.seed());
        List<Example> earlier = examples.stream().filter(e -> e.window() > 1).toList();
        RankerModel raw = new RankerModel(boosting.learn(earlier, features).trees(), new Calibration(1, 0));
        Calibration slope = calibrated(raw, latest).halfway();
        Boosting.Boosted boosted = boosting.learn(examples, features);
        RankerModel unlevelled = new RankerModel(boosted.trees(), slope);
        Calibration calibration = slope.levelled(
                margins(unlevelled, examples),
                labels(examples),
                weights(examples, config.training().windowWeight()));
        RankerModel model = new RankerModel(boosted.trees(), calibration);
        return new Fitted(
                model, new RankerModel(raw.trees(), calibration), boosted.importance(), levels(model, examples));
    }

    private static Map<Integer, Double> levels(RankerModel model, List<Example> examples) {
        Map<Integer, Double> forecast = new TreeMap<>();
        Map<Integer, Double> bought = new TreeMap<>();
        for (Example e : examples) {
            forecast.merge(e.window(), e.weight() * model.probability(e.features()), Double::sum);
            if (e.bought()) {
                bought.merge(e.window(), e.weight(), Double::sum);
            }
        }
        bought.replaceAll((window, sum) -> forecast.get(window) / sum);
        return bought;
    }

    /** Those of the features that are not the same in all examples, unless all are: an input that is absent teaches nothing. */
    private static int[] varying(int[] features, List<Example> examples) {
        float[] first = examples.get(0).features();
        int[] varying = Arrays.stream(features)
                .filter(f -> examples.stream().anyMatch(e -> e.features()[f] != first[f]))
                .toArray();
        return varying.length == 0 ? features : varying;
    }

    private static Calibration calibrated(RankerModel model, List<Example> examples) {
        return Calibration.fit(margins(model, examples), labels(examples), weights(examples, 1));
    }

    private static double[] margins(RankerModel model, List<Example> examples) {
        return examples.stream().mapToDouble(e -> model.margin(e.features())).toArray();
    }

    private static double[] labels(List<Example> examples) {
        return examples.stream().mapToDouble(e -> e.bought() ? 1 : 0).toArray();
    }

    /** What each example stands for, older windows counting less. */
    private static double[] weights(List<Example> examples, double windowWeight) {
        return examples.stream()
                .mapToDouble(e -> e.weight() * Math.pow(windowWeight, e.window() - 1.0))
                .toArray();
    }
}
