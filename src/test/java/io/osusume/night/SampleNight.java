package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One night over {@code sample-data}, run once for all tests, and read by DuckDB: what it sees is what another tool will see.
 * In its queries {@code {offers}} stands for the published table, {@code [orders]} for the input file.
 */
final class SampleNight {
    static final SampleNight NIGHT = new SampleNight("nightly");

    final Path warehouse;
    final Command command;

    private SampleNight(String name) {
        try {
            warehouse = Files.createTempDirectory(Path.of("target"), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        command = Command.run("nightly", "--conf", "conf/sample.conf", "--warehouse", warehouse.toString());
        assertThat(command.err()).isEmpty();
        assertThat(command.exitCode()).isZero();
    }

    /** Another run of the same night, into a warehouse of its own. */
    static SampleNight again() {
        return new SampleNight("nightly-again");
    }

    /** The rows of a query, each as a list of texts. */
    List<List<String>> query(String sql) {
        String read = sql.replaceAll("\\{(\\w+)}", "read_parquet('" + warehouse + "/$1/run_date=2026-06-30/*.parquet')")
                .replaceAll("\\[(\\w+)]", "read_csv('sample-data/$1.csv', all_varchar = true)");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(read)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(read, e);
        }
    }

    /** The first column of a query. */
    List<String> column(String sql) {
        return query(sql).stream().map(r -> r.get(0)).toList();
    }

    /** The only value of a query that counts. */
    long count(String sql) {
        return Long.parseLong(query(sql).get(0).get(0));
    }
}
