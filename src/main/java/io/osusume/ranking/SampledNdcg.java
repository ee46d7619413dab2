package io.osusume.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * NDCG over the examples of a window: all candidates that were bought, and the sample of the others. Higher than over all
 * candidates; comparable between models on the same examples.
 */
final class SampledNdcg {
    private SampledNdcg() {}

    /** The mean over customers who bought a candidate; 0 where nobody did. */
    static double of(RankerModel model, List<Example> examples, int top) {
        Map<String, List<Example>> byCustomer = new LinkedHashMap<>();
        examples.forEach(e ->
                byCustomer.computeIfAbsent(e.customer(), c -> new ArrayList<>()).add(e));
        return byCustomer.values().stream()
                .filter(own -> own.stream().anyMatch(Example::bought))
                .mapToDouble(own -> ndcg(model, own, top))
                .average()
                .orElse(0);
    }

    private static double ndcg(RankerModel model, List<Example> own, int top) {
        TopProducts best = new TopProducts(top);
        own.forEach(e -> best.offer(e.product(), model.probability(e.features())));
        int[] bought = own.stream()
                .filter(Example::bought)
                .mapToInt(Example::product)
                .sorted()
                .toArray();
        return Metrics.of(best.products(), top, bought, new double[bought.length])
                .ndcg();
    }
}
