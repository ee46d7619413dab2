package io.osusume.ranking;

import io.osusume.features.Signals.Kind;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is scored beside a customer's candidates, since it may be offered: what the customer looked at, and what follows from
 * that and from what the customer has.
 */
final class AlsoScored implements Serializable {
    private final int[][] following;

    /** @param following product → products that may be offered to whom has it; what was never sold is left out */
    AlsoScored(Map<String, List<String>> following, ProductCodes catalogue) {
        this.following = new int[catalogue.size()][0];
        following.forEach((from, to) -> {
            int code = catalogue.code(from);
            if (code >= 0) {
                this.following[code] = to.stream()
                        .mapToInt(catalogue::code)
                        .filter(c -> c >= 0)
                        .toArray();
            }
        });
    }

    /** The codes, ascending; none that the customer had bought before the day. */
    int[] of(History history, int start) {
        PurchasedProducts bought = history.boughtBefore(start);
        int[] seen = Arrays.stream(history.activity().products(Kind.LOOK, start, start))
                .filter(p -> p != ActivityLog.NO_PRODUCT)
                .distinct()
                .toArray();
        IntStream followed = IntStream.concat(Arrays.stream(bought.product()), Arrays.stream(seen))
                .flatMap(p -> Arrays.stream(following[p]));
        return IntStream.concat(followed, Arrays.stream(seen))
                .filter(p -> !bought.has(p))
                .sorted()
                .distinct()
                .toArray();
    }
}
