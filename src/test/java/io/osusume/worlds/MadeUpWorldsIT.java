package io.osusume.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small worlds of ordinary shapes: {@code -Dosusume.worlds=20} makes twenty of them in place of three, {@code
 * -Dosusume.worlds.first=21} begins with another.
 */
@Slow
class MadeUpWorldsIT {
    static Stream<Integer> seeds() {
        return Stream.iterate(Integer.getInteger("osusume.worlds.first", 1), s -> s + 1)
                .limit(Integer.getInteger("osusume.worlds", 3));
    }

    /** Nothing is discounted and nobody leaves, so that a contract is worth what is paid within the horizon. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatCustomersHaveAndUse(int seed) {
        Company company = new Company(LocalDate.of(2026, 1, 1).plusDays(new Random(seed).nextInt(366)));
        plant(company, seed, RecordedShapes.all());
        plant(company, seed, ContractShapes.all());
        plant(company, seed, InferredShapes.all());
        plant(company, seed, InvoiceShapes.all());
        plant(company, seed, FurtherShapes.all());
        plant(company, seed, UseShapes.all());
        List<String> settings = new ArrayList<>(List.of(UseShapes.SETTINGS));
        settings.addAll(List.of(
                "ltv.margin_rate=1",
                "ltv.discount_rate=0",
                "ltv.contracts.assumed_retention=1",
                "ltv.contracts.min_ended=1000000"));
        check(company, Night.of(company, settings.toArray(String[]::new)));
    }

    /** As of the last day of a month, the day before, or any other. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatContractsAreWorthOfWhichSomeEnd(int seed) {
        LocalDate monthEnd = LocalDate.of(2026, 1 + seed % 12, 1).minusDays(1);
        Company company = new Company(monthEnd.minusDays(seed % 3 == 2 ? new Random(seed).nextInt(28) : seed % 3));
        plant(company, seed, RetentionShapes.all());
        check(company, Night.ofValues(company, "ltv.margin_rate=1"));
    }

    /** A company whose first endings are missing is one of its own: the record begins for all its plans on one day. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whatContractsAreWorthThatBeganBeforeTheRecord(int seed) {
        Company company = new Company(LocalDate.of(2026, 5, 1).plusDays(new Random(seed).nextInt(60)));
        plant(company, seed, Map.of("late-record", RetentionShapes::lateRecord));
        check(company, Night.ofValues(company, "ltv.margin_rate=1"));
    }

    private static void plant(Company company, int seed, Map<String, Shape> shapes) {
        shapes.forEach((name, shape) -> {
            company.planting(name);
            shape.plant(company, new Random(31L * seed + name.hashCode()));
        });
    }

    private static void check(Company company, Night night) {
        List<String> wrong = new ArrayList<>();
        for (Company.Truth truth : company.truths()) {
            night.wrong(truth).ifPresent(got -> wrong.add(truth + " but " + got));
        }
        company.words().stream()
                .filter(words -> night.notes().stream().noneMatch(note -> note.contains(words)))
                .forEach(words -> wrong.add("no note speaks of " + words + ": " + night.notes()));
        assertThat(wrong).as("as of " + company.asOf()).isEmpty();
    }
}
