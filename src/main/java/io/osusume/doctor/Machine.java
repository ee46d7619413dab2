package io.osusume.doctor;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Java, Spark, memory, the clock. */
final class Machine {
    private static final int OLDEST_JAVA = 17;
    private static final String TESTED_SPARK = "4.1";
    private static final long MEBI = 1 << 20;
    /** Bytes of heap that a night of any size needs: Spark's own, the catalogue, the rules. */
    private static final long BASE_BYTES = 900 * MEBI;
    /** Bytes of heap that an input row asks for on the driver: the ranking's sample, shuffles of local mode. */
    private static final long BYTES_PER_ROW = 1_000;

    private static final int BEFORE_THIS_THE_CLOCK_IS_WRONG = 2024;

    private Machine() {}

    static List<Finding> findings(String spark, long rows, Clock clock, ZoneId zone, Optional<LocalDate> asOf) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java(Runtime.version().feature()));
        findings.add(spark(spark));
        findings.add(memory(Runtime.getRuntime().maxMemory(), rows));
        findings.add(clock(clock.instant(), zone, asOf));
        return findings;
    }

    static Finding java(int version) {
        return version >= OLDEST_JAVA
                ? Finding.pass("Java", String.valueOf(Runtime.version()))
                : Finding.fail(
                        "Java", "version " + version, "install a JDK " + OLDEST_JAVA + " or newer, or set JAVA_HOME");
    }

    static Finding spark(String version) {
        return version.startsWith(TESTED_SPARK)
                ? Finding.pass("Spark", version)
                : Finding.warn(
                        "Spark",
                        version + "; Osusume is tested on " + TESTED_SPARK,
                        "compare a night on both (scripts/compare) before you rely on it");
    }

    static Finding memory(long heap, long rows) {
        long wanted = BASE_BYTES + Math.min(rows * BYTES_PER_ROW, 8L * 1024 * MEBI);
        String says = String.format(
                Locale.ROOT, "%,d MiB of heap for about %,d input rows, by the size of their files", heap / MEBI, rows);
        long gigabytes = wanted / (1024 * MEBI) + 1;
        return heap >= wanted
                ? Finding.pass("memory", says)
                : Finding.warn("memory", says, "start with OSUSUME_MEMORY=" + gigabytes + "g");
    }

    static Finding clock(Instant now, ZoneId zone, Optional<LocalDate> asOf) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        String says = today + " in run.zone = " + zone
                + asOf.map(d -> "; the night is dated " + d).orElse("; the night is dated " + today.minusDays(1));
        if (today.getYear() < BEFORE_THIS_THE_CLOCK_IS_WRONG) {
            return Finding.fail("clock", says, "set the machine's clock: default nights would be dated wrongly");
        }
        return asOf.filter(d -> d.isAfter(today)).isPresent()
                ? Finding.warn("clock", says, "run.as_of lies ahead of today: is it meant?")
                : Finding.pass("clock", says);
    }
}
