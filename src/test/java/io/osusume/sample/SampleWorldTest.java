package io.osusume.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.TestSession;
import io.osusume.errors.UserException;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleWorldTest {
    private static final SampleConfig SMALL = SampleConfig.of(48, 7);

    private static Map<String, List<String>> together;

    @BeforeAll
    static void generate() {
        together = texts(SampleWorld.generate(TestSession.spark(), SMALL));
    }

    @Test
    void rowsDoNotDependOnPartitioning() {
        Map<String, List<String>> apart =
                texts(SampleWorld.generate(TestSession.spark(), SMALL, SMALL.customers() / 4));

        assertThat(apart).isEqualTo(together);
    }

    @Test
    void anotherSeedIsAnotherWorld() {
        Map<String, List<String>> other = texts(SampleWorld.generate(TestSession.spark(), SampleConfig.of(48, 8)));

        assertThat(other.get("orders")).isNotEqualTo(together.get("orders"));
        assertThat(other.get("products")).isEqualTo(together.get("products"));
    }

    @Test
    void moreCustomersLeaveTheFirstOnesAsTheyWere() {
        Map<String, List<String>> more = texts(SampleWorld.generate(TestSession.spark(), SampleConfig.of(60, 7)));

        together.forEach((input, rows) -> assertThat(more.get(input)).containsAll(rows));
    }

    @Test
    void columnsAreThoseOfThePipelinesInputs() {
        Map<String, Dataset<Row>> named =
                SampleWorld.generate(TestSession.spark(), SMALL).byName();

        List<Input> generated = Input.all().stream()
                .filter(input -> named.containsKey(input.name()))
                .toList();
        assertThat(generated).hasSizeGreaterThanOrEqualTo(10);
        generated.forEach(input -> {
            List<String> required = input.table().columns().stream()
                    .filter(Field::required)
                    .map(Field::name)
                    .toList();
            assertThat(named.get(input.name()).columns()).as(input.name()).contains(required.toArray(String[]::new));
            // Some that nothing reads are there too, as a company's tables have them.
            assertThat(named.get(input.name()).columns()).as(input.name()).allSatisfy(column -> assertThat(
                            input.table().columnNames().contains(column) || input.isIgnored(column))
                    .as(column)
                    .isTrue());
        });
    }

    @Test
    void theAlternateThemeSharesNoProductAndHasTheSamePlot() {
        World main = World.of(SMALL);
        World other = World.of(SMALL.withTheme(Theme.ALTERNATE));

        assertThat(other.catalogue().all()).extracting(Product::role).isEqualTo(roles(main));
        assertThat(values(other)).doesNotContainAnyElementsOf(values(main));
        assertThat(Stories.of(other).of(SampleTable.ORDERS))
                .hasSameSizeAs(Stories.of(main).of(SampleTable.ORDERS));
    }

    @Test
    void optionsOutOfRangeAreNamedTogether() {
        assertThatThrownBy(() -> new SampleConfig(0, 1, 5, null, Theme.MAIN, 10, 7.5, -1))
                .isInstanceOf(UserException.class)
                .hasMessage("customers is 0: give a number from 1 to 50000000; "
                        + "months is 5: give a number from 6 to 60; "
                        + "products is -1: give a number from 0 to 1000000; "
                        + "last-day is missing: give a date such as 2026-06-30");
        assertThatThrownBy(() -> Theme.parse("other"))
                .isInstanceOf(UserException.class)
                .hasMessage("theme is other: give one of main, alternate");
    }

    private static List<String> roles(World world) {
        return world.catalogue().all().stream().map(Product::role).toList();
    }

    private static List<String> values(World world) {
        List<String> values = new ArrayList<>();
        for (Product product : world.catalogue().all()) {
            values.addAll(List.of(product.id(), product.name(), product.category(), product.track()));
        }
        return values;
    }

    private static Map<String, List<String>> texts(SampleInputs inputs) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        inputs.byName()
                .forEach((name, rows) -> texts.put(
                        name,
                        rows.collectAsList().stream()
                                .map(row -> IntStream.range(0, row.size())
                                        .mapToObj(i -> String.valueOf(row.get(i)))
                                        .toList()
                                        .toString())
                                .sorted()
                                .toList()));
        return texts;
    }
}
