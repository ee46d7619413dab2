package io.osusume.offers;

import io.osusume.config.ChannelsConfig;
import io.osusume.tables.Contacts;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * By which way an offer goes out: the allowed channel with this customer's best response, shrunken to the channel's usual
 * one, (s + κr)/(n + κ) with n touches through it in a year and s welcome reactions. The most loyal who have an owner are
 * spoken to in person. A channel by which the latest touch did not arrive is dead, and the next best one is used.
 */
final class Channels implements Serializable {
    private final ChannelsConfig config;
    private final List<String> reactions;
    private final TreeMap<String, double[]> usual = new TreeMap<>();

    /**
     * @param reactions values of a response that are welcome
     * @param usual channel → touches and welcome reactions of everybody
     */
    Channels(ChannelsConfig config, List<String> reactions, Map<String, double[]> usual) {
        this.config = config;
        this.reactions = List.copyOf(reactions);
        this.usual.putAll(usual);
        this.usual
                .keySet()
                .removeIf(c -> !config.allowed().isEmpty() && !config.allowed().contains(c));
    }

    String of(Target target) {
        Set<String> dead = dead(target);
        boolean spokenTo = target.recipient().owner() != null && target.state().loyalty() >= config.inPersonLoyalty();
        if (spokenTo && !dead.contains(config.inPerson())) {
            return config.inPerson();
        }
        String best = unused(dead);
        double highest = -1;
        for (Map.Entry<String, double[]> channel : usual.entrySet()) {
            double rate = rate(target, channel.getKey(), channel.getValue());
            if (rate > highest && !dead.contains(channel.getKey())) {
                highest = rate;
                best = channel.getKey();
            }
        }
        return best;
    }

    /** Where none that was ever used is left: an allowed one, else the standard. */
    private String unused(Set<String> dead) {
        return new TreeSet<>(config.allowed())
                .stream()
                        .filter(c -> !usual.containsKey(c) && !dead.contains(c))
                        .findFirst()
                        .orElse(config.standard());
    }

    /** Channels whose latest touch with a known outcome did not arrive. */
    private static Set<String> dead(Target target) {
        Map<String, Boolean> bounced = new TreeMap<>();
        target.touches().stream()
                .filter(t -> t.channel() != null
                        && t.response() != null
                        && !t.response().equals(Contacts.NONE))
                .sorted(Comparator.comparing(Target.Touch::day))
                .forEach(t -> bounced.put(t.channel(), t.response().equals(Contacts.BOUNCED)));
        return bounced.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The first day on which the target may be touched again. */
    int nextTouch(int lastTouch, int tomorrow) {
        return Math.max(tomorrow, lastTouch + config.gapDays());
    }

    private double rate(Target target, String channel, double[] all) {
        double n = 0;
        double s = 0;
        for (Target.Touch touch : target.touches()) {
            if (channel.equals(touch.channel())) {
                n++;
                s += isWelcome(touch.response(), reactions) ? 1 : 0;
            }
        }
        return (s + config.strength() * all[1] / all[0]) / (n + config.strength());
    }

    static boolean isWelcome(String response, List<String> reactions) {
        return response != null && reactions.contains(response);
    }
}
