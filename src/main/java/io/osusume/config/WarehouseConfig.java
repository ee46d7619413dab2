package io.osusume.config;

/** Where tables are published. */
public record WarehouseConfig(
        @Like(value = Like.NOT_BLANK, what = "the name of a folder")
        String path,

        @Range(min = 1, unit = "rows") int rowsPerFile,
        @Range(min = 1, unit = "minutes") int lockExpiresMinutes) {}
