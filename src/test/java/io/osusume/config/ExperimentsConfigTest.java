package io.osusume.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExperimentsConfigTest {
    private static final String AUTUMN =
            "{id=autumn, share=0.5, first_day=2026-09-01, last_day=2026-10-31, offer_types=[cross_sell]}";

    private static OsusumeConfig load(String experiments) {
        return ConfigLoader.load(Optional.empty(), List.of("inputs.orders.path=a.csv", "experiments=" + experiments))
                .config();
    }

    private static void assertRefused(String experiments, String... parts) {
        assertThatThrownBy(() -> load(experiments))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContainingAll(parts);
    }

    @Test
    void isReadWithItsDefaults() {
        NamedExperimentConfig read = load("[" + AUTUMN + "]").experiments().get(0);

        assertThat(read.types()).containsExactly("cross_sell");
        assertThat(read.ofAccounts()).isTrue();
        assertThat(read.runs(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(read.runs(LocalDate.of(2026, 9, 1))).isTrue();
        assertThat(read.runs(LocalDate.of(2026, 10, 31))).isTrue();
        assertThat(read.runs(LocalDate.of(2026, 11, 1))).isFalse();
    }

    @Test
    void twoOfOneIdAreRefused() {
        assertRefused(
                "[" + AUTUMN + ", {id=autumn, share=0.1, first_day=2027-01-01, offer_types=[upsell]}]",
                "experiments[2].id = autumn",
                "is that of an experiment before it");
        assertRefused(
                "[{id=baseline, share=0.1, first_day=2027-01-01, offer_types=[upsell]}]",
                "experiments[1].id = baseline",
                "is that of experiment.id");
    }

    @Test
    void thatOverlapNeedAnOrder() {
        String bundles = "{id=sets, share=0.1, first_day=2026-10-31, offer_types=[bundle, cross_sell]%s}";
        assertRefused(
                "[" + AUTUMN + ", " + String.format(bundles, "") + "]",
                "experiments[2].order = null",
                "covers the same offers on the same days as autumn",
                "write order = 1");
        String ordered = AUTUMN.replace("}", ", order=2}");
        assertThat(load("[" + ordered + ", " + String.format(bundles, ", order=1") + "]")
                        .experiments())
                .extracting(NamedExperimentConfig::id)
                .containsExactly("sets", "autumn");
        assertThat(load("[" + AUTUMN + ", " + String.format(bundles, "").replace("10-31", "11-01") + "]")
                        .experiments())
                .hasSize(2);
    }

    @Test
    void whatCannotBeAnExperimentIsRefusedWithItsPlace() {
        assertRefused("[" + AUTUMN.replace("0.5", "0") + "]", "experiments[1].share = 0");
        assertRefused("[" + AUTUMN.replace("0.5", "1") + "]", "experiments[1].share = 1");
        assertRefused(
                "[" + AUTUMN.replace("10-31", "08-31") + "]", "experiments[1].last_day = 2026-08-31", "is before");
        assertRefused("[" + AUTUMN.replace("[cross_sell]", "[]") + "]", "experiments[1].offer_types", "names no type");
        assertRefused("[" + AUTUMN.replace("share=0.5, ", "") + "]", "experiments[1].share", "has no value");
        assertRefused("[" + AUTUMN.replace("share", "shares") + "]", "experiments[1].shares", "did you mean");
        assertRefused("[autumn]", "experiments[1] = \"autumn\"", "is a block of settings");
    }
}
