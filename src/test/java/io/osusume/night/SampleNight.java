package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Input;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One night over the sample, or another world of its kind, read by DuckDB: what it sees is what another tool will see.
 * In its queries {@code {offers}} stands for the published table, {@code [orders]} for the input file.
 */
final class SampleNight {
    final Path warehouse;
    final Command command;
    private final Path data;
    private String day = "2026-06-30";

    SampleNight(String name, String... settings) {
        this(Path.of("sample-data"), name, settings);
    }

    private SampleNight(Path data, String name, String... settings) {
        this(List.of("nightly"), Path.of("conf/sample.conf"), data, name, settings);
    }

    private SampleNight(List<String> commands, Path conf, Path data, String name, String... settings) {
        this.data = data;
        warehouse = folder(name + "-");
        List<String> options = new ArrayList<>(List.of("--conf", conf.toString(), "--warehouse", warehouse.toString()));
        Stream.of(settings).forEach(setting -> options.addAll(List.of("--set", setting)));
        Command last = null;
        for (String each : commands) {
            last = Command.run(
                    Stream.concat(Stream.of(each.split(" ")), options.stream()).toArray(String[]::new));
            assertThat(last.err()).isEmpty();
            assertThat(last.exitCode()).isZero();
        }
        command = last;
    }

    /** Whether the sample has rows of an input. */
    static boolean has(Input input) {
        return Files.exists(Path.of("sample-data", input.name() + ".csv"));
    }

    private static Path folder(String prefix) {
        try {
            return Files.createTempDirectory(Path.of("target"), prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A night that lies there already. */
    static SampleNight lyingIn(Path warehouse, Path data) {
        return new SampleNight(warehouse, data);
    }

    private SampleNight(Path warehouse, Path data) {
        this.warehouse = warehouse;
        this.data = data;
        this.command = null;
    }

    /** A night over the files of another folder. */
    static SampleNight over(Path data, String name, String... settings) {
        return new SampleNight(
                data,
                name,
                Stream.concat(Stream.of("vars.data=" + data), Stream.of(settings))
                        .toArray(String[]::new));
    }

    /** A night by a configuration of its own. */
    static SampleNight by(Path conf, Path data, String name) {
        return new SampleNight(List.of("nightly"), conf, data, name);
    }

    /** Of a night by a configuration of its own, these stages alone. */
    static SampleNight stages(List<String> stages, Path conf, Path data, String name) {
        return new SampleNight(stages.stream().map(stage -> "run " + stage).toList(), conf, data, name);
    }

    /** The same, as of another day. */
    SampleNight asOf(String newDay) {
        day = newDay;
        return this;
    }

    /** A night over another world: other seed, product names, ids, categories and prices, the same stories. */
    static SampleNight ofAnotherWorld(String theme, int seed, String language) {
        Path data = folder("sample-" + theme + "-");
        Command generated = Command.run(
                "sample",
                "--customers",
                "3000",
                "--seed",
                String.valueOf(seed),
                "--theme",
                theme,
                "--out",
                data.toString());
        assertThat(generated.exitCode()).isZero();
        return over(data, "nightly-" + theme, "run.language=" + language);
    }

    /**
     * The same night over the same rows in another order, with rows of later days added to every input that has a time; it is
     * planned first, and then the plan is applied.
     */
    static SampleNight plannedOfShuffledRowsWithTheFuture() throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "sample-shuffled-");
        for (Input input : Input.all()) {
            if (!has(input)) {
                continue;
            }
            // A contract that begins later is held already, unless it was signed later too.
            String rows = "SELECT *"
                    + input.plannedFrom().map(p -> ", NULL AS " + p).orElse("") + " FROM [" + input.name() + "]";
            if (input.timeColumn().isPresent()) {
                rows += " UNION ALL SELECT * REPLACE ('2026-07-15T00:00:00Z' AS "
                        + input.timeColumn().get() + ")"
                        + input.plannedFrom()
                                .map(p -> ", '2026-07-15T00:00:00Z'")
                                .orElse("")
                        + " FROM [" + input.name()
                        + "] USING SAMPLE 10 PERCENT (bernoulli, 7)";
            }
            Nights.NIGHT.query("COPY (SELECT * FROM (" + rows + ") t ORDER BY hash(t)) TO '"
                    + data.resolve(input.name() + ".csv") + "' (HEADER)");
        }
        return new SampleNight(
                List.of("plan", "apply"), Path.of("conf/sample.conf"), data, "planned-shuffled", "vars.data=" + data);
    }

    /** The rows of a query, each as a list of texts. */
    List<List<String>> query(String sql) {
        String read = sql.replaceAll(
                        "\\{(\\w+)}",
                        "read_parquet('" + warehouse + "/$1/run_date=" + day
                                + "/*.parquet', hive_partitioning = false)")
                .replace("$as_of", day)
                .replaceAll("\\[([a-z_]+)]", "read_csv('" + data + "/$1.csv', all_varchar = true)");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            List<List<String>> rows = new ArrayList<>();
            if (!statement.execute(read)) {
                return rows;
            }
            ResultSet found = statement.getResultSet();
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

    /** Table → digests of its files, whatever their names. */
    Map<String, List<String>> digests() throws IOException {
        Map<String, List<String>> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(warehouse)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                digests.merge(
                        warehouse.relativize(file).getName(0).toString(),
                        List.of(DigestUtils.sha256Hex(Files.readAllBytes(file))),
                        (a, b) -> Stream.concat(a.stream(), b.stream()).sorted().toList());
            }
        }
        return digests;
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
