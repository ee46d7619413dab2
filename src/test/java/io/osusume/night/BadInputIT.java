package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input: an error that names it and the fix, the right exit code, no stack trace, nothing published. */
class BadInputIT {
    private static final String HEADER = "order_id,product_id,customer_id,ordered_at,quantity,unit_price\n";
    private static final String GOOD = "o1,p1,c1,2026-06-01T10:00:00Z,1,10.00\n";

    @TempDir
    Path dir;

    @Test
    void aMissingFile() {
        fails(2, dir.resolve("none.csv"))
                .contains("inputs.orders.path = " + dir.resolve("none.csv") + ": no such file or folder")
                .contains("--set inputs.orders.path=");
    }

    @Test
    void aWrongFormat() throws IOException {
        fails(2, orders(GOOD), "inputs.orders.format=parquet")
                .contains("(format parquet): cannot be read")
                .contains("Check inputs.orders.format");
    }

    @Test
    void aMisspeltColumnInAMapping() throws IOException {
        fails(2, orders(GOOD), "inputs.orders.columns.quantity=qantity")
                .contains("inputs.orders.columns.quantity = qantity")
                .contains("columns of the source: order_id, product_id, customer_id, ordered_at, quantity, unit_price");
    }

    @Test
    void aMissingColumn() throws IOException {
        Path file = Files.writeString(dir.resolve("orders.csv"), "order_id,product_id,ordered_at,qty,unit_price\n");
        fails(2, file).contains("inputs.orders.columns.quantity is not set");
    }

    @Test
    void aBadSqlExpression() throws IOException {
        fails(2, orders(GOOD), "inputs.orders.columns.unit_price=CAST(unit_price AS")
                .contains("inputs.orders.columns.unit_price = CAST(unit_price AS")
                .contains("is not a Spark SQL expression");
    }

    @Test
    void anEmptyInput() throws IOException {
        fails(3, orders("")).contains("inputs.orders: it is empty");
    }

    @Test
    void anAsOfDateBeforeAllData() throws IOException {
        fails(3, orders(GOOD), "run.as_of=2020-01-01")
                .contains("inputs.orders: no row lies on or before the as-of date 2020-01-01")
                .contains("Choose a later --as-of");
    }

    @Test
    void staleOrders() throws IOException {
        fails(3, orders(GOOD), "inputs.orders.max_lag_days=7")
                .contains("its newest row is of 2026-06-01, 29 days before the as-of date 2026-06-30 (limit 7)");
    }

    @Test
    void tooManyRejects() throws IOException {
        fails(3, orders(GOOD + "o2,,c1,2026-06-01,1,1\n"))
                .contains("1 of 2 rows were rejected (50.0 %, limit 5.0 %)")
                .contains("orders: missing_product_id (1 rows)");
    }

    @Test
    void ofDatesThatMayBeReadTwoWaysOneIsShownThatTells() throws IOException {
        fails(3, orders("o1,p1,c1,01/06/2026,1,10\no2,p1,c1,05/06/2026,1,10\no3,p1,c1,05/25/2026,1,10\n"))
                .contains("'05/25/2026' is no time; it looks like a date with its month first:"
                        + " inputs.orders.columns.ordered_at = \"parse_time(ordered_at, 'M/d/yyyy')\"");
    }

    @Test
    void aColumnThatStandsTwice() throws IOException {
        Path file = Files.writeString(
                dir.resolve("orders.csv"), HEADER.replace("\n", ",quantity\n") + "o1,p1,c1,2026-06-01,1,10,1\n");
        fails(2, file)
                .contains("inputs.orders.columns.quantity is not set")
                .contains("the column \"quantity\" stands several times in orders.csv");
    }

    @Test
    void rowsOfOneKeyThatDisagree() throws IOException {
        Path products = Files.writeString(
                dir.resolve("products.csv"),
                "product_id,name,category,list_price\np1,Tea,drinks,10\np1,Tea,drinks,12\n");
        fails(3, orders(GOOD), "inputs.products.path=" + products)
                .contains("products: duplicate_key (1 rows)")
                .contains("repeat the product_id of another row and differ from it in list_price (1)")
                .contains("map inputs.products.columns.updated_at to it");
    }

    @Test
    void theRejectedRowsOfABadNightCanBeSeen() throws IOException {
        fails(3, orders(GOOD + "o2,p1,c1,2026-06-01,1,\"1.280,50\"\n"))
                .contains("orders: unreadable_unit_price (1 rows)")
                .contains("'1.280,50' is no number; it looks like a decimal comma:"
                        + " inputs.orders.columns.unit_price = \"parse_number(unit_price, ',')\"")
                .contains("\"order_id\":\"o2\"")
                .contains("All rejected rows lie in " + dir.resolve("warehouse/_rejected"))
                .contains("--accept rejects");
        try (Stream<Path> kept = Files.walk(dir.resolve("warehouse/_rejected"))) {
            for (Path path : kept.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .matches("rw[x-]------");
            }
        }
    }

    @Slow
    @Test
    void whoHasLookedMayLetOneNightPass() throws IOException {
        Path file = orders(GOOD + "o2,p1,c1,2026-06-01,many,1\n");
        Command night = Command.run(
                "run",
                "segments",
                "--warehouse",
                dir.resolve("warehouse").toString(),
                "--set",
                "run.as_of=2026-06-30",
                "--set",
                "inputs.orders.path=" + file,
                "--accept",
                "rejects");
        assertThat(night.exitCode()).isZero();
        assertThat(night.told()).contains("Let pass by --accept rejects: inputs.orders: 1 of 2 rows were rejected");
        Command unknown = Command.run("nightly", "--accept", "reject");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--accept reject: there is no such check; did you mean \"rejects\"?");
    }

    @Slow
    @Test
    void anInputThatShrank() throws IOException {
        Path warehouse = dir.resolve("warehouse");
        Path file = orders(GOOD.repeat(10));
        Command first = night(file, "run.as_of=2026-06-29");
        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        orders(GOOD.repeat(4));
        Command second = night(file);
        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.err()).contains("it has 4 accepted rows, the run before had 10");
        assertThat(warehouse.resolve("offers/run_date=2026-06-29")).exists();
        assertThat(warehouse.resolve("offers/run_date=2026-06-30")).doesNotExist();
    }

    @Slow
    @Test
    void badRowsAreQuarantinedWithAReasonAndTheNightGoesOn() throws IOException {
        Path file = orders(GOOD.repeat(100)
                + "corrupt,line\n"
                + ",p1,c1,2026-06-01,1,1\n"
                + "o2,,c1,2026-06-01,1,1\n"
                + "o3,p1,c1,9999-12-31,1,1\n");
        Command night = night(file);
        assertThat(night.err()).isEmpty();
        assertThat(night.exitCode()).isZero();
        assertThat(night.out())
                .contains("orders: corrupt_line")
                .contains("orders: missing_order_id")
                .contains("orders: missing_product_id")
                .contains("orders: out_of_bounds_ordered_at");
    }

    @Slow
    @Test
    void aNightWithoutRankingSaysSo() throws IOException {
        Command night = night(orders(GOOD.repeat(10)), "ranker.enabled=false");
        assertThat(night.exitCode()).isZero();
        assertThat(night.told())
                .contains("Nothing is ranked (ranker.enabled = false)")
                .contains("p_buy is null");
    }

    @Test
    void theCommandLineItself() {
        assertThat(Command.run("nightli").exitCode()).isEqualTo(2);
        assertThat(Command.run("nightly", "--as-of", "yesterday").exitCode()).isEqualTo(2);
        Command checked = Command.run("check-config", "--set", "rules.min_suport=0.1");
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.err())
                .contains("did you mean \"rules.min_support\"?")
                .doesNotContain("\tat ");
    }

    private Path orders(String rows) throws IOException {
        return Files.writeString(dir.resolve("orders.csv"), HEADER + rows);
    }

    private Command night(Path orders, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "nightly",
                "--warehouse",
                dir.resolve("warehouse").toString(),
                "--set",
                "run.as_of=2026-06-30",
                "--set",
                "inputs.orders.path=" + orders));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return Command.run(arguments.toArray(String[]::new));
    }

    private org.assertj.core.api.AbstractStringAssert<?> fails(int exitCode, Path orders, String... settings) {
        Command night = night(orders, settings);
        assertThat(night.exitCode()).isEqualTo(exitCode);
        assertThat(dir.resolve("warehouse/offers")).doesNotExist();
        return assertThat(night.err()).doesNotContain("\tat ");
    }
}
