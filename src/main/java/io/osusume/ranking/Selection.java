package io.osusume.ranking;

/** Quickselect (Hoare 1961): finds a place of the sorted order without sorting the rest. */
final class Selection {
    private Selection() {}

    /**
     * The n-th largest value.
     *
     * @param values none of them NaN; they are moved about
     * @param n from 1
     */
    static float nthLargest(float[] values, int n) {
        int wanted = values.length - n;
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            float pivot = median(values[from], values[(from + to) >>> 1], values[to]);
            int low = from;
            int high = to;
            while (low <= high) {
                while (values[low] < pivot) {
                    low++;
                }
                while (values[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    float moved = values[low];
                    values[low++] = values[high];
                    values[high--] = moved;
                }
            }
            if (wanted <= high) {
                to = high;
            } else if (wanted >= low) {
                from = low;
            } else {
                return values[wanted];
            }
        }
        return values[wanted];
    }

    private static float median(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
