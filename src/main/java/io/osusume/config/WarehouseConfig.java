package io.osusume.config;

/**
 * Where tables are published.
 *
 * @param path a folder on a local disk or HDFS
 * @param customersPerFile about how many customers share one Parquet file
 * @param lockExpiresMinutes after how many minutes without a heartbeat a lock is taken to be a dead run's
 */
public record WarehouseConfig(String path, int customersPerFile, int lockExpiresMinutes) {
    public WarehouseConfig {
        new Checks()
                .that(!path.isBlank(), "path", path, "must name a folder")
                .atLeast("customers_per_file", customersPerFile, 1)
                .atLeast("lock_expires_minutes", lockExpiresMinutes, 1)
                .verify();
    }
}
