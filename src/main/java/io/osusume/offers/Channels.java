package io.osusume.offers;

import io.osusume.config.ChannelsConfig;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * By which way an offer goes out: the allowed channel with this customer's best response, shrunken to the channel's usual
 * one, (s + κr)/(n + κ) with n touches through it in a year and s welcome reactions. The most loyal who have an owner are
 * spoken to in person.
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
        if (target.recipient().owner() != null && target.state().loyalty() >= config.inPersonLoyalty()) {
            return config.inPerson();
        }
        String best = usual.isEmpty() && !config.allowed().isEmpty() ? new TreeSet<>(config.allowed()).first() : null;
        double highest = -1;
        for (Map.Entry<String, double[]> channel : usual.entrySet()) {
            double rate = rate(target, channel.getKey(), channel.getValue());
            if (rate > highest) {
                highest = rate;
                best = channel.getKey();
            }
        }
        return best == null ? config.standard() : best;
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
