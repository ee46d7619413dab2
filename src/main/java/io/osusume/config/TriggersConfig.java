package io.osusume.config;

import io.osusume.tables.Trigger;
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

    /** The window of a trigger. */
    public Window of(Trigger trigger) {
        return switch (trigger) {
            case POST_PURCHASE -> postPurchase;
            case RENEWAL -> renewal;
            case USAGE_LIMIT -> usageLimit;
            case HEAVY_SPEND -> heavySpend;
            case INTEREST -> interest;
            case REPLENISHMENT -> replenishment;
            case ONBOARDING_DONE -> onboardingDone;
            case CANCEL_RISK -> cancelRisk;
            case ACCOUNT_SURGE -> accountSurge;
            case NONE -> none;
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
