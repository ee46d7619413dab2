package io.osusume.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small worlds of ordinary shapes: {@code -Dosusume.worlds=20} makes twenty of them in place of three. */
class MadeUpWorldsIT {
    static Stream<Integer> seeds() {
        return Stream.iterate(1, s -> s + 1).limit(Integer.getInteger("osusume.worlds", 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatCustomersHaveAndAreWorth(int seed) {
        Company company = new Company(LocalDate.of(2026, 1, 1).plusDays(new Random(seed).nextInt(366)));
        plant(company, seed, RecordedShapes.all());
        plant(company, seed, ContractShapes.all());
        plant(company, seed, InferredShapes.all());
        plant(company, seed, InvoiceShapes.all());
        check(
                company,
                Night.of(
                        company,
                        "ltv.margin_rate=1",
                        "ltv.discount_rate=0",
                        "ltv.contracts.assumed_retention=1",
                        "ltv.contracts.min_ended=1000000"));
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
