package io.osusume.ranking;

/** The best of many scored products: highest score first, of equals the smaller code. A heap in two arrays, the worst on top. */
public final class TopProducts {
    private final int[] product;
    private final double[] score;
    private int size;

    public TopProducts(int most) {
        this.product = new int[most];
        this.score = new double[most];
    }

    public void offer(int candidate, double value) {
        if (size < product.length) {
            put(size, candidate, value);
            rise(size++);
        } else if (size > 0 && isBetter(value, candidate, score[0], product[0])) {
            put(0, candidate, value);
            sink(0, size);
        }
    }

    private static boolean isBetter(double score, int product, double other, int otherProduct) {
        return score > other || (score == other && product < otherProduct);
    }

    private boolean isWorse(int at, int than) {
        return isBetter(score[than], product[than], score[at], product[at]);
    }

    private void put(int at, int candidate, double value) {
        product[at] = candidate;
        score[at] = value;
    }

    private void rise(int from) {
        int at = from;
        while (at > 0 && isWorse(at, (at - 1) / 2)) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void sink(int from, int end) {
        int at = from;
        while (2 * at + 1 < end) {
            int child = 2 * at + 1;
            if (child + 1 < end && isWorse(child + 1, child)) {
                child++;
            }
            if (!isWorse(child, at)) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private void swap(int a, int b) {
        int candidate = product[a];
        double value = score[a];
        put(a, product[b], score[b]);
        put(b, candidate, value);
    }

    /** The products, best first; then it is empty. */
    public int[] products() {
        int[] best = new int[size];
        while (size > 0) {
            best[--size] = product[0];
            put(0, product[size], score[size]);
            sink(0, size);
        }
        return best;
    }
}
