package io.osusume.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Field;
import io.osusume.tables.Input;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code reference.conf} tells of every column of every input, and of no other. */
class InputsManualTest {

    static List<Input> inputs() {
        return Input.all();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void everyColumnIsTold(Input input) {
        Manual manual = new Manual();
        Manual.Entry entry = manual.entries().stream()
                .filter(e -> e.key().equals("inputs." + input.name()))
                .findFirst()
                .orElseThrow();
        List<String> told = manual.above(entry).stream()
                .filter(line -> line.matches(" {2}[a-z].*"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
        assertThat(told)
                .containsExactlyElementsOf(input.table().columns().stream()
                        .map(InputsManualTest::written)
                        .toList());
    }

    @Test
    void whatNothingReadsIsNoColumnAndItsMappingIsNoError() {
        OsusumeConfig config = ConfigLoader.load(
                        Optional.empty(),
                        List.of(
                                "inputs.orders.path=x",
                                "inputs.offer_events.columns.p_at_offer=p",
                                "inputs.accounts.columns.size=n"))
                .config();
        assertThat(config.inputs().byInput().keySet())
                .allSatisfy(input -> assertThat(input.table().columnNames()).noneMatch(input::isIgnored));
    }

    private static String written(Field column) {
        return column.name() + (column.required() ? "*" : "");
    }
}
