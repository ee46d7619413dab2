package io.osusume.sample;

/** Short ids with a prefix, padded to five digits so that text order is number order in small worlds. */
final class Ids {
    private Ids() {}

    static String of(String prefix, long number) {
        return padded(prefix, number, 5);
    }

    static String of(String prefix, String owner, long number) {
        return padded(prefix + owner + "-", number, 2);
    }

    private static String padded(String prefix, long number, int width) {
        String digits = Long.toString(number);
        return prefix + "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
