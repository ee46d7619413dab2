package io.osusume.offers;

import io.osusume.config.SilenceConfig;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** How often a target was touched lately: rows of contacts, and what else counts by the configuration. */
final class Touches implements Serializable {
    private static final int WINDOW = 30;

    private final SilenceConfig config;
    private final int tomorrow;

    Touches(SilenceConfig config, int tomorrow) {
        this.config = config;
        this.tomorrow = tomorrow;
    }

    /** The days of all touches, the first one first. */
    List<Integer> days(Target target) {
        return IntStream.concat(
                        target.touches().stream().mapToInt(Target.Touch::day),
                        target.past().stream()
                                .filter(p -> config.touchEvents().contains(p.event()))
                                .mapToInt(Target.OfferEvent::day))
                .sorted()
                .boxed()
                .toList();
    }

    /** The first day from tomorrow on with fewer touches in the 30 days before than the cap. */
    int freeDay(Target target) {
        List<Integer> recent =
                days(target).stream().filter(d -> d > tomorrow - 1 - WINDOW).toList();
        int over = recent.size() - config.maxTouches();
        return over < 0 ? tomorrow : Math.max(tomorrow, recent.get(over) + WINDOW + 1);
    }

    /** Whether the cap is reached. */
    boolean atCap(Target target) {
        return days(target).stream().filter(d -> d > tomorrow - 1 - WINDOW).count() >= config.maxTouches();
    }
}
