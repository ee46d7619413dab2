package io.osusume.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    Path dir;

    @Test
    void theCompanysFileOverridesTheDefaultsAndSetOverridesTheFile() throws IOException {
        Path file = write("inputs.orders.path = a.csv\nrules { min_support = 0.02, max_length = 4 }");
        OsusumeConfig config = ConfigLoader.load(
                        Optional.of(file), List.of("rules.min_support=0.03", "run.as_of=2026-06-30"))
                .config();
        assertThat(config.rules().minSupport()).isEqualTo(0.03);
        assertThat(config.rules().maxLength()).isEqualTo(4);
        assertThat(config.run().asOf()).contains(LocalDate.of(2026, 6, 30));
        assertThat(config.inputs().of(Orders.INPUT).path()).contains("a.csv");
    }

    /** As in a file: quotes around the whole of a value are none of it, others are. */
    @Test
    void aSetValueMayStandInQuotes() {
        for (String written : List.of("\"a b.csv\"", "a b.csv")) {
            assertThat(ConfigLoader.load(Optional.empty(), List.of("inputs.orders.path=" + written))
                            .config()
                            .inputs()
                            .of(Orders.INPUT)
                            .path())
                    .contains("a b.csv");
        }
        assertThat(ConfigLoader.load(
                                Optional.empty(),
                                List.of("inputs.orders.path=a.csv", "offers.exclude=\"a\" = name OR name = \"b\""))
                        .config()
                        .offers()
                        .exclude())
                .contains("\"a\" = name OR name = \"b\"");
    }

    @Test
    void allProblemsAreReportedTogetherEachWithKeyValueLineAndFix() throws IOException {
        Path file = write("""
                inputs.orders {
                  path = a.csv
                  columns { qantity = "Quantity", unit_price = "CAST(Price AS" }
                }
                rules {
                  min_suport = 0.01
                  min_confidence = 1.5
                  max_length = many
                  min_count = 0
                }
                run.zone = Asia/Tokio
                """);
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(file), List.of("offers.max_per_customer=0")))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .message()
                .contains("has 8 problems")
                .contains("rules.min_suport = 0.01  (" + file + ":6)")
                .contains("is not a setting; did you mean \"rules.min_support\"?")
                .contains("rules.min_confidence = 1.5  (" + file + ":7)")
                .contains("must be between 0 and 1")
                .contains("rules.max_length = many  (" + file + ":8)")
                .contains("write a whole number")
                .contains("rules.min_count = 0  (" + file + ":9)")
                .contains("inputs.orders.columns.unit_price = CAST(Price AS  (" + file + ":3)")
                .contains("is not a Spark SQL expression")
                .contains("inputs.orders.columns.qantity")
                .contains("did you mean \"quantity\"?")
                .contains("run.zone = Asia/Tokio  (" + file + ":11)")
                .contains("offers.max_per_customer = 0  (--set offers.max_per_customer)");
    }

    @Test
    void anUnknownGroupOfFeaturesIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> ConfigLoader.load(
                        Optional.empty(), List.of("inputs.orders.path=a.csv", "ranker.leave_out=[prices]")))
                .hasMessageContaining("ranker.leave_out = [prices]")
                .hasMessageContaining("names a group of features that there is not")
                .hasMessageContaining(
                        "groups: category, customer, factors, interest, lwp, newcomers, price, product, rules,"
                                + " similarity");
    }

    @Test
    void aRenamedSettingIsAnsweredWithItsNewName() throws IOException {
        Path file = write("inputs.orders.path = a.csv\nbundles.max_q = 0.01");
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(file), List.of("ranker.training.step=0.2")))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("has 2 problems")
                .hasMessageContaining("bundles.max_q = 0.01  (" + file + ":2)")
                .hasMessageContaining("is called bundles.max_q_value now; write bundles.max_q_value = 0.01")
                .hasMessageContaining("ranker.training.step = 0.2  (--set ranker.training.step)")
                .hasMessageContaining("write ranker.training.learning_rate = 0.2");
    }

    @Test
    void namesOfAVocabularyAreReadAloneInListsAndAsKeys() {
        OsusumeConfig config = ConfigLoader.load(
                        Optional.empty(),
                        List.of(
                                "inputs.orders.path=a.csv",
                                "run.language=ja",
                                "offers.max_per_type={ cross_sell = 2 }",
                                "offers.silence.touch_events=[delivered, clicked]"))
                .config();
        assertThat(config.run().language()).isEqualTo(RunConfig.Language.JA);
        assertThat(config.offers().maxPerType())
                .containsEntry(OfferType.CROSS_SELL, 2.0)
                .containsEntry(OfferType.BUNDLE, 1.0);
        assertThat(config.offers().silence().touchEvents())
                .containsExactly(OfferEventType.DELIVERED, OfferEventType.CLICKED);
    }

    @Test
    void aMisspeltNameIsAnsweredWithTheNearestAndAllThatThereAre() {
        assertThatThrownBy(() -> ConfigLoader.load(
                        Optional.empty(),
                        List.of(
                                "inputs.orders.path=a.csv",
                                "run.language=jp",
                                "offers.max_per_type={ cross_cell = 2, bundel = 1 }")))
                .message()
                .contains("has 3 problems")
                .contains(
                        "run.language = jp  (--set run.language)\n      is not known; did you mean \"ja\"? one of en, ja")
                .contains("offers.max_per_type.bundel = bundel  (--set offers.max_per_type.bundel)")
                .contains("offers.max_per_type.cross_cell = cross_cell")
                .contains("did you mean \"cross_sell\"? one of bundle, cross_sell, ");
    }

    @Test
    void anUnknownSectionIsRejectedWithTheNearestKey() throws IOException {
        Path file = write("inputs.order.path = a.csv");
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(file), List.of()))
                .hasMessageContaining("inputs.order = { … }  (" + file + ":1)")
                .hasMessageContaining("did you mean \"inputs.orders\"?")
                .hasMessageContaining("neither orders nor subscriptions are set, and one of the two is required");
    }

    @Test
    void aMissingFileABrokenFileAndAMissingVariableAreNamed() throws IOException {
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(dir.resolve("none.conf")), List.of()))
                .hasMessageContaining("none.conf does not exist");
        Path broken = write("rules {\n  min_support = ]\n");
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(broken), List.of()))
                .hasMessageContaining("cannot be read")
                .hasMessageContaining("2");
        Path unresolved = write("inputs.orders.path = ${OSUSUME_TEST_IS_NOT_SET}");
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(unresolved), List.of()))
                .hasMessageContaining("OSUSUME_TEST_IS_NOT_SET");
        assertThatThrownBy(() -> ConfigLoader.load(Optional.empty(), List.of("rules.min_support")))
                .hasMessageContaining("not of the form key=value");
    }

    /** The working directory of the tests is the project's; a file in it is named as a person names it who stands there. */
    @SuppressWarnings("StringConcatToTextBlock") // as it is shown, line by line
    @Test
    void aRelativeFileIncludesItsNeighbours() throws IOException {
        Path included = Files.writeString(Path.of("target/osusume-included.conf"), "rules.max_length = 4\n");
        Path beside = Files.writeString(Path.of("osusume-relative.conf"), """
                include "target/osusume-included.conf"
                inputs.orders.path = data/orders.csv
                """);
        try {
            for (Path file : List.of(beside, Path.of("./osusume-relative.conf"), beside.toAbsolutePath())) {
                OsusumeConfig config =
                        ConfigLoader.load(Optional.of(file), List.of()).config();
                assertThat(config.rules().maxLength()).as(file.toString()).isEqualTo(4);
                assertThat(config.inputs().of(Orders.INPUT).path()).contains("data/orders.csv");
            }
        } finally {
            Files.delete(beside);
            Files.delete(included);
        }
    }

    @Test
    void anIncludeThatIsNotThereIsNamed() throws IOException {
        Path file = write("include \"none.conf\"\ninputs.orders.path = a.csv");
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(file), List.of()))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("include \"none.conf\"")
                .hasMessageContaining("does not exist");
    }

    @Test
    void sourcesAreNamedByTheCompanyAndTheirKeysAreChecked() throws IOException {
        Path file = write("""
                sources.sales.path = sales.csv
                sources.items { format = parquet, path = items, options.mergeSchema = true }
                inputs.orders.query = "SELECT * FROM sales JOIN items USING (item_id)"
                """);
        OsusumeConfig config = ConfigLoader.load(Optional.of(file), List.of()).config();
        assertThat(config.sources().get("items").format()).contains("parquet");
        assertThat(config.sources().get("items").options()).containsEntry("mergeSchema", "true");
        assertThat(config.inputs().of(Orders.INPUT).isPresent()).isTrue();
        Path wrong = write("""
                sources.sales.pth = sales.csv
                sources.c = 1
                inputs.orders { path = o.csv, query = "SELECT FROM", encoding = shift-jis-x }
                """);
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(wrong), List.of()))
                .message()
                .contains("sources.sales.pth = sales.csv")
                .contains("did you mean \"sources.sales.path\"?")
                .contains("sources.c = 1")
                .contains("is a block of settings, not a value")
                .contains("keep either query or path")
                .contains("is no encoding that Java knows");
        Path names = write("sources.\"a-b\".path = x\nsources.c { }\ninputs.orders.path = o.csv");
        assertThatThrownBy(() -> ConfigLoader.load(Optional.of(names), List.of()))
                .message()
                .contains("sources.a-b = { … }", "is no name that a query can call")
                .contains("sources.c.path = null", "say where it lies: path, or table");
    }

    @Test
    void secretsAreMaskedInWhatIsPrinted() throws IOException {
        Path file = write("""
                inputs.orders {
                  format = jdbc
                  path = x
                  options { password = hunter2, url = "jdbc:postgresql://u:hunter3@db/x?password=hunter4&ssl=true" }
                }
                """);
        ConfigLoader.Loaded loaded = ConfigLoader.load(Optional.of(file), List.of());
        assertThat(String.join("\n", loaded.settings()))
                .contains("inputs.orders.options.password = ****")
                .contains("ssl=true")
                .doesNotContain("hunter");
        assertThat(loaded.config().inputs().of(Orders.INPUT).options()).containsEntry("password", "hunter2");
    }

    @Test
    void everySettingOfReferenceConfIsReadAndEverySettingReadHasADefault() {
        // Unknown keys in reference.conf or components without a default would be problems here.
        ConfigLoader.Loaded loaded = ConfigLoader.load(
                Optional.of(Path.of("src/main/resources/reference.conf")), List.of("inputs.orders.path=a.csv"));
        assertThat(loaded.settings())
                .contains("rules.max_length = 3", "offers.acceptance.priors.upsell.any.any = 0.04");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(dir.resolve("osusume.conf"), text);
    }
}
