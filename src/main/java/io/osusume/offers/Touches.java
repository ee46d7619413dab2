package io.osusume.offers;

import io.osusume.config.SilenceConfig;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How often a target was touched lately: by rows of contacts, and by what else counts by the configuration. What went out on
 * one day by one channel is one touch, be it three offers in one mail and its row in contacts; several campaigns are several.
 */
final class Touches implements Serializable {
    private static final int WINDOW = 30;

    private final SilenceConfig config;
    private final int cap;
    private final int tomorrow;

    /** @param cap touches in 30 days from which on nothing more is offered */
    Touches(SilenceConfig config, int cap, int tomorrow) {
        this.config = config;
        this.cap = cap;
        this.tomorrow = tomorrow;
    }

    /** The day of each touch, the first one first. */
    List<Integer> days(Target target) {
        TreeMap<Integer, Set<Target.Way>> ways = new TreeMap<>();
        target.touches().forEach(t -> add(ways, t.day(), t.way()));
        target.past().stream()
                .filter(p -> config.touchEvents().contains(p.event()))
                .forEach(p -> add(ways, p.day(), p.way()));
        List<Integer> days = new ArrayList<>();
        ways.forEach((day, all) -> days.addAll(Collections.nCopies(touches(all), day)));
        return days;
    }

    private static void add(Map<Integer, Set<Target.Way>> ways, int day, Target.Way way) {
        ways.computeIfAbsent(day, d -> new HashSet<>()).add(way);
    }

    /** Of one day. What names no channel, or no campaign, belongs to what names one. */
    private static int touches(Set<Target.Way> ways) {
        Map<String, Set<String>> campaigns = new HashMap<>();
        boolean named = ways.stream().anyMatch(w -> w.channel() != null);
        for (Target.Way way : ways) {
            if (way.channel() != null || !named) {
                Set<String> ofChannel = campaigns.computeIfAbsent(way.channel(), c -> new HashSet<>());
                if (way.campaign() != null) {
                    ofChannel.add(way.campaign());
                }
            }
        }
        return campaigns.values().stream().mapToInt(c -> Math.max(1, c.size())).sum();
    }

    /** The first day from tomorrow on with fewer touches in the 30 days before than the cap. */
    int freeDay(Target target) {
        List<Integer> recent =
                days(target).stream().filter(d -> d > tomorrow - 1 - WINDOW).toList();
        int over = recent.size() - cap;
        return over < 0 ? tomorrow : Math.max(tomorrow, recent.get(over) + WINDOW + 1);
    }

    /** Whether the cap is reached. */
    boolean atCap(Target target) {
        return lately(days(target)) >= cap;
    }

    /** How many of these are of the 30 days before tomorrow. */
    int lately(List<Integer> days) {
        return (int) days.stream().filter(d -> d > tomorrow - 1 - WINDOW).count();
    }
}
