package io.osusume.ranking;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The best of many scored products: highest score first, of equals the smaller code. */
public final class TopProducts {
    private static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingDouble((Scored s) -> -s.score()).thenComparing(Scored::product);

    private final int most;
    private final PriorityQueue<Scored> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

    private record Scored(int product, double score) {}

    public TopProducts(int most) {
        this.most = most;
    }

    public void offer(int product, double score) {
        if (worstFirst.size() < most) {
            worstFirst.add(new Scored(product, score));
            return;
        }
        Scored worst = worstFirst.peek();
        if (worst != null && (score > worst.score() || (score == worst.score() && product < worst.product()))) {
            worstFirst.poll();
            worstFirst.add(new Scored(product, score));
        }
    }

    /** The products, best first. */
    public int[] products() {
        return worstFirst.stream().sorted(BEST_FIRST).mapToInt(Scored::product).toArray();
    }
}
