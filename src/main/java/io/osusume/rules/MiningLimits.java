package io.osusume.rules;

import io.osusume.config.RulesConfig;

/** What is to be mined, from the configuration. */
record MiningLimits(RulesConfig config, BasketCoder coder) {

    static MiningLimits of(RulesConfig config) {
        return new MiningLimits(config, new BasketCoder(config.maxBasketItems().orElse(BasketCoder.UNLIMITED)));
    }

    int maxLength() {
        return config.maxLength();
    }

    /** The number of baskets that an itemset must be in. Counts of one run fit into an int: 2,147,483,647 baskets. */
    int countNeeded(long baskets) {
        return Math.toIntExact(Math.min(config.countNeeded(Math.toIntExact(baskets)), Integer.MAX_VALUE));
    }
}
