package io.osusume.acceptance;

import io.osusume.config.AcceptanceConfig;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names of kinds of offers, each made once: they are asked for with every candidate of every target. */
final class Kinds {
    private static final Map<Kind, Names> MADE = new ConcurrentHashMap<>();

    private Kinds() {}

    private record Kind(OfferType type, Trigger trigger, Segment segment, boolean isAnywayKnown) {}

    /** Level by level: the type, and {@link Term#P_BUY} where what is bought anyway is known; with the trigger; with the segment. */
    record Names(String type, String trigger, String segment) {
        private static Names of(Kind kind) {
            String type = kind.type.wire() + (kind.isAnywayKnown ? Term.BETWEEN + Term.P_BUY : "");
            String trigger = type + Term.BETWEEN + AcceptanceConfig.orAny(kind.trigger);
            return new Names(type, trigger, trigger + Term.BETWEEN + AcceptanceConfig.orAny(kind.segment));
        }
    }

    static Names of(Asked asked) {
        Kind kind = new Kind(asked.type(), asked.trigger(), asked.segment(), asked.anyway() != null);
        return MADE.computeIfAbsent(kind, Names::of);
    }
}
