package io.osusume.ranking.backtest;

import java.util.Locale;

/** Ways to rank that the backtest compares. Each ranks the same eligible products. */
public enum Method {
    /** The learned ranker. */
    RANKER,
    /** The same, without what {@link io.osusume.catalogue.SaleRules} stop. */
    RANKER_GUARDED,
    /** Customers who ever bought the product. */
    POPULARITY,
    /** Customers who bought it in the last four weeks. */
    RECENT_POPULARITY,
    /** Customers who bought it for the first time in the last four weeks. */
    NEW_BUYERS,
    /** Customers who ever bought it, the categories that the customer buys first. */
    OWN_CATEGORIES,
    /** Σ cosine to the customer's products, over customers' baskets. */
    ITEM_COSINE,
    /** MLlib's alternating least squares. */
    ALS,
    /** The best confidence of a rule over orders. */
    RULES;

    boolean isLearned() {
        return this == RANKER || this == RANKER_GUARDED;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
