package io.osusume.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Field;
import io.osusume.tables.Table;
import io.osusume.tables.Types;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A mapping of a column that an input has not: where it has had that name, the new one is told. */
class RenamedColumnTest {
    private static final Field LINE = new Field(
            "line_id",
            Types.TEXT,
            true,
            new Field.About("Names the line", "", "", List.of("line_no")),
            List.of(),
            Field.Sign.ANY,
            Optional.empty(),
            false);
    private static final Table ORDERS = new Table("orders", "one order line", List.of(), List.of(LINE));

    @Test
    void anOldNameIsAnsweredWithTheNewOne() {
        assertThat(InputsConfig.hint(ORDERS, "line_no")).isEqualTo("it is called line_id now");
    }

    @Test
    void aMisspeltOneWithTheNearest() {
        assertThat(InputsConfig.hint(ORDERS, "lin_id")).isEqualTo("did you mean \"line_id\"?");
    }
}
