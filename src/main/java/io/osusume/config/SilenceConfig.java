package io.osusume.config;

import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Word;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How long nothing is offered after which event, and what counts as a touch. */
public record SilenceConfig(
        @Range(min = 0, max = 3660, unit = "days") Map<String, Double> declinedDays,
        @Range(min = 1, max = 1000, unit = "refusals") int declinesPerType,
        @Range(min = 0, max = 3660, unit = "days") int declinedTypeDays,
        @Range(min = 1, max = 366, unit = "days") int ignoredAfterDays,
        @Range(min = 1, unit = "days") int ignoredDays,
        @Range(min = 0, max = 3660, unit = "days") int acceptedDays,
        @Range(min = 0, max = 3660, unit = "days") int formerDays,
        @Range(min = 0, max = 3660, unit = "days") int similarDays,
        List<OfferEventType> touchEvents)
        implements Serializable {
    /** What reached the customer, or came from there. */
    private static final Set<OfferEventType> TOUCHES =
            EnumSet.complementOf(EnumSet.of(OfferEventType.UNSUBSCRIBED, OfferEventType.WITHHELD));

    public SilenceConfig {
        declinedDays = Map.copyOf(declinedDays);
        Checks checks = new Checks()
                .that(
                        ignoredDays >= ignoredAfterDays,
                        "ignored_days",
                        ignoredDays,
                        "the silence ends before it starts (ignored_after_days = " + ignoredAfterDays + ")",
                        "write a number of days that is at least ignored_after_days")
                .that(
                        declinedDays.containsKey(AcceptanceConfig.ANY),
                        "declined_days.any",
                        "null",
                        "the types that are not named need a number of days",
                        "write declined_days.any = 60");
        declinedDays.forEach((type, days) -> {
            if (!type.equals(AcceptanceConfig.ANY)) {
                checks.oneOf("declined_days." + type, type, Word.wires(OfferType.class));
            }
        });
        touchEvents.forEach(event ->
                checks.that(TOUCHES.contains(event), "touch_events", event, "is no touch", "any of " + TOUCHES));
        checks.verify();
    }

    /** Days without a product that was declined as an offer of this type, or of a type that is none of ours (null). */
    public int declinedDays(OfferType type) {
        return declinedDays
                .getOrDefault(AcceptanceConfig.orAny(type), declinedDays.get(AcceptanceConfig.ANY))
                .intValue();
    }
}
