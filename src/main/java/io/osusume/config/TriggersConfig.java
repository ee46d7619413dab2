package io.osusume.config;

import java.io.Serializable;
import java.util.List;

/** The windows in which an offer is timely, each about a day of its own, and how much more it then counts. */
public record TriggersConfig(
        Window postPurchase,
        Window renewal,
        Window usageLimit,
        Window heavySpend,
        Window interest,
        Window replenishment,
        Window onboardingDone,
        Window cancelRisk,
        Window accountSurge,
        Window none)
        implements Serializable {
    /** Triggers, as in the column {@code trigger}. */
    public static final List<String> NAMES = List.of(
            "post_purchase",
            "renewal",
            "usage_limit",
            "heavy_spend",
            "interest",
            "replenishment",
            "onboarding_done",
            "cancel_risk",
            "account_surge",
            "none");

    public TriggersConfig {
        Checks checks = new Checks();
        for (Window window : List.of(
                postPurchase,
                renewal,
                usageLimit,
                heavySpend,
                interest,
                replenishment,
                onboardingDone,
                cancelRisk,
                accountSurge)) {
            checks.that(
                    window.weight() >= none.weight(),
                    "none.weight",
                    none.weight(),
                    "must not be above the weight of any trigger (" + window.weight() + ")",
                    "an offer without a trigger must rank below one that has it");
        }
        checks.verify();
    }

    /** The window of a trigger by its name. */
    public Window of(String trigger) {
        return switch (trigger) {
            case "post_purchase" -> postPurchase;
            case "renewal" -> renewal;
            case "usage_limit" -> usageLimit;
            case "heavy_spend" -> heavySpend;
            case "interest" -> interest;
            case "replenishment" -> replenishment;
            case "onboarding_done" -> onboardingDone;
            case "cancel_risk" -> cancelRisk;
            case "account_surge" -> accountSurge;
            case "none" -> none;
            default -> throw new IllegalArgumentException(trigger);
        };
    }

    /** One window. */
    public record Window(
            @Range(min = -366, max = 366, unit = "days") int opens,
            @Range(min = -366, max = 366, unit = "days") int closes,
            @Range(min = 0.001, max = 1000, unit = "factor") double weight)
            implements Serializable {
        public Window {
            new Checks()
                    .that(
                            opens <= closes,
                            "closes",
                            closes,
                            "the window ends before it starts (opens = " + opens + ")",
                            "write a number of days that is at least opens")
                    .verify();
        }
    }
}
