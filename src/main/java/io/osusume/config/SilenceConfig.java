package io.osusume.config;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long nothing is offered after which event, and what counts as a touch.
 *
 * @param declinedDays days without the product after it was declined, by offer type; {@code any} for the others
 * @param declinesPerType refusals of offers of one type within {@code declinedTypeDays} that silence the whole type
 * @param declinedTypeDays days without the type after that
 * @param ignoredAfterDays an offer delivered so long ago, without any reaction, was ignored
 * @param ignoredDays days without the product from the delivery that was ignored
 * @param touchEvents values of {@code offer_events.event} that are touches, beside the rows of {@code contacts}
 * @param maxTouches touches in 30 days from which on nothing more is offered
 */
public record SilenceConfig(
        Map<String, Double> declinedDays,
        int declinesPerType,
        int declinedTypeDays,
        int ignoredAfterDays,
        int ignoredDays,
        List<String> touchEvents,
        int maxTouches)
        implements Serializable {
    /** Segments, as in the column {@code segment}. */
    static final List<String> SEGMENTS =
            List.of("opted_out", "care", "at_risk", "fatigued", "ready", "develop", "watch", "nurture");

    private static final Set<String> EVENTS = Set.of("delivered", "viewed", "clicked", "accepted", "declined");

    public SilenceConfig {
        declinedDays = Map.copyOf(declinedDays);
        Checks checks = new Checks()
                .between("declines_per_type", declinesPerType, 1, 1000)
                .between("declined_type_days", declinedTypeDays, 0, 3660)
                .between("ignored_after_days", ignoredAfterDays, 1, 366)
                .that(
                        ignoredDays >= ignoredAfterDays,
                        "ignored_days",
                        ignoredDays,
                        "the silence ends before it starts (ignored_after_days = " + ignoredAfterDays + ")",
                        "write a number of days that is at least ignored_after_days")
                .between("max_touches", maxTouches, 1, 1000)
                .that(
                        declinedDays.containsKey(AcceptanceConfig.ANY),
                        "declined_days.any",
                        "null",
                        "the types that are not named need a number of days",
                        "write declined_days.any = 60");
        declinedDays.forEach((type, days) -> {
            if (!type.equals(AcceptanceConfig.ANY)) {
                checks.oneOf("declined_days." + type, type, OffersConfig.TYPES);
            }
            checks.between("declined_days." + type, days, 0, 3660);
        });
        touchEvents.forEach(event -> checks.oneOf("touch_events", event, EVENTS));
        checks.verify();
    }

    /** Days without a product that was declined as an offer of this type. */
    public int declinedDays(String type) {
        return declinedDays
                .getOrDefault(type, declinedDays.get(AcceptanceConfig.ANY))
                .intValue();
    }
}
