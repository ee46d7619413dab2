package io.osusume.intake.source;

import static io.osusume.TestSession.spark;

import io.osusume.config.InputConfig;
import io.osusume.config.SourceConfig;
import io.osusume.tables.Orders;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Orders as a company may have them. */
final class Given {
    private Given() {}

    static RawRows read(InputConfig config) {
        return new Sources(spark(), Map.of()).read(Orders.INPUT, config);
    }

    static InputConfig csv(Path path, Map<String, String> options) {
        return input("csv", path, options, Optional.empty(), Map.of());
    }

    static InputConfig input(
            String format,
            Path path,
            Map<String, String> options,
            Optional<String> encoding,
            Map<String, String> columns) {
        return new InputConfig(
                Optional.of(format),
                Optional.of(path.toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                options,
                encoding,
                columns,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What a query makes of tables, as orders. */
    static RawRows query(Map<String, SourceConfig> sources, String sql) {
        InputConfig input = new InputConfig(
                Optional.of("csv"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(sql),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Sources(spark(), sources).read(Orders.INPUT, input);
    }
}
