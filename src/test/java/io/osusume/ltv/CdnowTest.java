package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.PublicData;
import io.osusume.Slow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The grouped statistics that this repository carries are those of the public sample, counted again from its lines. */
@Slow
class CdnowTest {
    private static final LocalDate CUT = LocalDate.of(1997, 9, 30);

    /** A customer's orders by day, in cents. */
    private static Map<LocalDate, Integer> byDay(List<String[]> lines) {
        return lines.stream()
                .collect(Collectors.toMap(
                        f -> LocalDate.parse(f[2], DateTimeFormatter.BASIC_ISO_DATE),
                        f -> Integer.parseInt(f[4].replace(".", "")),
                        Integer::sum,
                        TreeMap::new));
    }

    /** x, t_x, T, y, spend: as a line of the file. */
    private static String statistics(Map<LocalDate, Integer> orders) {
        LocalDate first = orders.keySet().iterator().next();
        List<LocalDate> repeats = orders.keySet().stream()
                .filter(day -> day.isAfter(first) && !day.isAfter(CUT))
                .toList();
        LocalDate last = repeats.isEmpty() ? first : repeats.get(repeats.size() - 1);
        return Stream.of(
                        repeats.size(),
                        ChronoUnit.DAYS.between(first, last),
                        ChronoUnit.DAYS.between(first, CUT),
                        orders.keySet().stream().filter(CUT::isBefore).count(),
                        repeats.stream().mapToInt(orders::get).sum())
                .map(Number::toString)
                .collect(Collectors.joining(","));
    }

    @Test
    void theGroupedStatisticsAreThoseOfTheSample() throws IOException {
        Path sample = PublicData.file(CdnowTest.class, "CDNOW_sample.txt");
        Map<String, List<String[]>> customers;
        try (Stream<String> lines = Files.lines(sample)) {
            customers = lines.map(line -> line.strip().split("\\s+", -1))
                    .filter(f -> f.length == 5)
                    .collect(Collectors.groupingBy(f -> f[0]));
        }
        assertThat(customers).hasSize(2357);
        Map<String, Integer> counted = customers.values().stream()
                .collect(Collectors.toMap(lines -> statistics(byDay(lines)), lines -> 1, Integer::sum, TreeMap::new));
        Map<String, Integer> carried = new TreeMap<>();
        for (Cdnow row : Cdnow.read()) {
            String key = row.history().repeats() + ","
                    + Math.round(7 * row.history().last()) + ","
                    + Math.round(7 * row.history().age()) + "," + row.later() + "," + Math.round(100 * row.spend());
            carried.merge(key, row.customers(), Integer::sum);
        }
        assertThat(counted).isEqualTo(carried);
    }
}
