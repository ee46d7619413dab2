package io.osusume.intake.fuzz;

import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.config.QualityConfig;
import io.osusume.errors.ExitCode;
import io.osusume.errors.UserException;
import io.osusume.intake.DayBounds;
import io.osusume.intake.Staging;
import io.osusume.intake.fuzz.Written.Outcome;
import io.osusume.intake.source.RawRows;
import io.osusume.intake.source.Sources;
import io.osusume.tables.Orders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads files of which the right content is known, written in the ways of the world by code that shares nothing with the
 * readers. {@code -Dosusume.fuzz=2000} reads as many, {@code -Dosusume.fuzz.seed=N} begins with another seed.
 */
@Slow
class ReadersFuzzTest {
    private static final List<String> NULLS = List.of("NULL", "null", "\\N", "N/A", "NaN", "None", "-");
    private static final QualityConfig QUALITY =
            new QualityConfig(0.05, LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31), 0.5, NULLS, 14);

    @TempDir
    Path dir;

    private final Sources sources = new Sources(spark(), Map.of());
    private final Staging staging =
            new Staging(DayBounds.of(LocalDate.of(2026, 6, 30), ZoneOffset.UTC, QUALITY), NULLS);

    @Test
    void whatIsWrittenIsReadOrTold() {
        int files = Integer.getInteger("osusume.fuzz", 100);
        int first = Integer.getInteger("osusume.fuzz.seed", 1);
        List<String> wrong = new ArrayList<>();
        int told = 0;
        int rows = 0;
        for (int seed = first; seed < first + files; seed++) {
            Written written = written(seed);
            rows += written.accepted().size() + written.rejected() + written.later();
            told += written.outcome() == Outcome.READ ? 0 : 1;
            String name = "seed " + seed + " (" + written.story() + "): ";
            problem(written).ifPresent(p -> wrong.add(name + p));
        }
        System.out.printf("%d exports of %d rows, %d of them damaged%n", files, rows, told);
        assertThat(wrong).isEmpty();
    }

    private Written written(int seed) {
        Random random = new Random(seed);
        try {
            Path folder = Files.createDirectory(dir.resolve("export-" + seed));
            return switch (random.nextInt(12)) {
                case 0 -> new JsonWriter(random).write(folder);
                case 1 -> new ParquetWriter(random).write(folder);
                default -> new CsvWriter(random).write(folder);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> problem(Written written) {
        List<Row> rows;
        try {
            RawRows raw = sources.read(Orders.INPUT, written.config());
            rows = raw.during(() -> staging.stage(raw.rows(), Orders.INPUT, written.config())
                    .rows()
                    .collectAsList());
        } catch (UserException e) {
            boolean right = e.exitCode() == ExitCode.CONFIGURATION || e.exitCode() == ExitCode.DATA;
            return written.outcome() != Outcome.READ && right
                    ? Optional.empty()
                    : Optional.of("refused: " + e.getMessage());
        } catch (RuntimeException e) {
            return Optional.of(
                    "thrown: " + e + " at " + List.of(e.getStackTrace()).subList(0, 3));
        }
        return switch (written.outcome()) {
            case TOLD -> Optional.of("read, though it cannot be");
            case EITHER -> Optional.empty();
            case READ -> Optional.ofNullable(difference(written, rows));
        };
    }

    private static String difference(Written written, List<Row> rows) {
        List<Line> accepted = new ArrayList<>();
        int rejected = 0;
        int later = 0;
        for (Row row : rows) {
            switch (row.<String>getAs(Staging.STATUS)) {
                case Staging.ACCEPTED -> accepted.add(line(row));
                case Staging.REJECTED -> rejected++;
                default -> later++;
            }
        }
        List<Line> missing = new ArrayList<>(written.accepted());
        accepted.forEach(missing::remove);
        List<Line> strange = new ArrayList<>(accepted);
        written.accepted().forEach(strange::remove);
        return missing.isEmpty() && strange.isEmpty() && rejected == written.rejected() && later == written.later()
                ? null
                : String.format(
                        "%d accepted, %d rejected, %d later, not %d, %d, %d; missing %s; strange %s",
                        accepted.size(),
                        rejected,
                        later,
                        written.accepted().size(),
                        written.rejected(),
                        written.later(),
                        missing,
                        strange);
    }

    private static Line line(Row row) {
        Object at = row.getAs(Orders.ORDERED_AT);
        return new Line(
                row.getAs(Orders.ORDER_ID),
                row.getAs(Orders.PRODUCT_ID),
                Optional.ofNullable(row.getAs(Orders.CUSTOMER_ID)),
                at instanceof Timestamp t ? t.toInstant() : (Instant) at,
                number(row.getAs(Orders.QUANTITY)),
                number(row.getAs(Orders.UNIT_PRICE)),
                Optional.ofNullable(row.getAs(Orders.PRODUCT_NAME)));
    }

    private static BigDecimal number(Object value) {
        return Line.plain(new BigDecimal(Objects.toString(value)));
    }
}
