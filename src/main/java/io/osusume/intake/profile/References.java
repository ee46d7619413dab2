package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import io.osusume.tables.Products;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns by which orders (contracts, where there are none) refer to customers and products.
 *
 * @param columns by the name of the key
 */
record References(Map<String, ColumnProfile> columns) {
    /** What they refer to. */
    static final List<String> KEYS = List.of(Customers.CUSTOMER_ID, Products.PRODUCT_ID);

    Optional<ColumnProfile> to(String key) {
        return Optional.ofNullable(columns.get(key));
    }
}
