package io.osusume.rules;

import io.osusume.config.CustomerRulesConfig;
import io.osusume.config.RulesConfig;
import java.util.Optional;

/** Settings of tests. */
record RuleSettings(
        double minSupport, long minCount, int maxLength, double minConfidence, int maxItemsets, int maxRules) {
    private static final CustomerRulesConfig CUSTOMER = new CustomerRulesConfig(100, 30, 1e-9, 1);
    private static final long ALL_IN_MEMORY = 1_000_000_000;

    /** Without a budget. */
    RuleSettings(double minSupport, long minCount, int maxLength, double minConfidence) {
        this(minSupport, minCount, maxLength, minConfidence, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    RulesConfig inMemory() {
        return with(Optional.empty(), ALL_IN_MEMORY);
    }

    /** Nothing fits into memory: items are mined in groups. */
    RulesConfig inGroups() {
        return with(Optional.empty(), 0);
    }

    RulesConfig capped(int maxBasketItems) {
        return with(Optional.of(maxBasketItems), ALL_IN_MEMORY);
    }

    RulesConfig cappedInGroups(int maxBasketItems) {
        return with(Optional.of(maxBasketItems), 0);
    }

    private RulesConfig with(Optional<Integer> maxBasketItems, long inMemoryEntries) {
        return new RulesConfig(
                minSupport,
                minCount,
                maxLength,
                minConfidence,
                maxItemsets,
                maxRules,
                maxBasketItems,
                inMemoryEntries,
                10,
                CUSTOMER);
    }
}
