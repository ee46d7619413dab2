package io.osusume.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Page;
import io.osusume.pipeline.PublishedTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/tables.md is what the tables say, and what was published once is kept. */
class TablesPageTest {
    private static final Path PAGE = Path.of("docs/tables.md");

    @Test
    void thePageIsNotStale() throws IOException {
        Page.assertNotStale(PAGE, new TablesPage().text(), TablesPageTest.class);
    }

    /** Rows that are known, so that an empty page cannot pass. */
    @Test
    void aColumnHasItsTypeUnitNullAndMeaning() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .contains("### `orders`", "One row is one customer, all customers. Key: `customer_id`.")
                .contains(
                        "| `days_since_seen` | int | days | there never was one | Since the last order, use or event |")
                .contains(
                        "| `p_alive` | double |  | no model tells | Probability that the customer still buys at will |");
    }

    /** Who renews the page promises the columns that are new as well. */
    @Test
    void noPublishedColumnIsRemovedOrRetypedWithoutANewVersion() throws IOException {
        Path file = PromisedColumns.file(Contract.VERSION);
        if (Page.isWritten()) {
            PromisedColumns.of(PublishedTables.all()).addTo(file);
        }
        assertThat(PromisedColumns.read(file).brokenBy(PublishedTables.all()))
                .as("a new major version is needed: count tables.Contract.VERSION up, tell it in CHANGELOG.md, and"
                        + " mvn test -Dtest=TablesPageTest -Dosusume.write=true")
                .isEmpty();
    }

    @Test
    void removingRenamingAndRetypingBreakThePromiseAndAddingDoesNot() {
        PromisedColumns promised = new PromisedColumns(
                Map.of("shelf.id", "string", "shelf.share", "double", "shelf.gone", "int", "shelf.number", "int"));
        Table now = Table.of(
                "shelf",
                "one product",
                List.of("id"),
                Field.text("id", "Names it"),
                Field.estimate("share_of_offers", "Its share").formerly("share"),
                Field.count("number", "How many"),
                Field.text("more", "Something new"));
        assertThat(promised.brokenBy(List.of(now)))
                .containsExactly(
                        "shelf.gone is no more",
                        "shelf.number was int and is bigint",
                        "shelf.share is called share_of_offers now");
        assertThat(promised.brokenBy(List.of())).hasSize(4);
    }
}
