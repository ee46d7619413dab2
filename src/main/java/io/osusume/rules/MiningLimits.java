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

    long maxItemsets() {
        return config.maxItemsets();
    }

    /**
     * The number of baskets that an itemset must be in.
     *
     * @throws IllegalArgumentException for more than 2,147,483,647 baskets: counts are kept in ints
     */
    int countNeeded(long baskets) {
        if (baskets > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("cannot mine " + baskets + " baskets at once: at most "
                    + Integer.MAX_VALUE + "; shorten the window that orders are read from");
        }
        return (int) Math.min(config.countNeeded(baskets), Integer.MAX_VALUE);
    }
}
