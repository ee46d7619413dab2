package io.osusume.config;

import java.util.Map;

/** Settings that have had another name. Who still writes that is told the new one. */
final class RenamedKeys {
    /** Old key → new key. */
    static final Map<String, String> ALL = Map.of(
            "ranker.training.step", "ranker.training.learning_rate",
            "bundles.max_q", "bundles.max_q_value",
            "accounts.surge_q", "accounts.surge_q_value",
            "warehouse.customers_per_file", "warehouse.rows_per_file",
            "ltv.contracts.cancel_odds", "ltv.contracts.stays_after_request",
            "offers.downsell.cancel_odds", "ltv.contracts.stays_after_request",
            "offers.silence.max_touches", "features.contact_cap");

    private RenamedKeys() {}
}
