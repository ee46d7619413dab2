package io.osusume.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/settings.md is what the code and reference.conf say. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("docs/settings.md");

    @Test
    void thePageIsNotStale() throws IOException {
        Page.assertNotStale(PAGE, new SettingsPage().text(), SettingsPageTest.class);
    }

    /** The page itself, read by its cells: one row that is known, so that an empty page cannot pass. */
    @Test
    void aSettingHasItsDefaultUnitRangeAndMeaning() throws IOException {
        assertThat(Files.readAllLines(PAGE))
                .contains("## `rules`", "### `rules.customer`")
                .contains(
                        "| `max_length` | `3` | items | 2 to 100 | The most items in an itemset, antecedent and consequent"
                                + " together. |")
                .contains(
                        "| `as_of` | `null` |  | YYYY-MM-DD, or null | The day whose end the run looks back from. Nothing"
                                + " later is seen. null: yesterday in run.zone. The command line's --as-of wins. |")
                .contains("| `ranker.training.step` | `ranker.training.learning_rate` |");
    }
}
