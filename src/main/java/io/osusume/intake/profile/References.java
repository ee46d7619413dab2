package io.osusume.intake.profile;

import java.util.Map;
import java.util.Optional;

/**
 * The columns by which orders (contracts, where there are none) refer to customers and products.
 *
 * @param columns by the name of the key
 */
record References(Map<String, ColumnProfile> columns) {
    Optional<ColumnProfile> to(String key) {
        return Optional.ofNullable(columns.get(key));
    }
}
