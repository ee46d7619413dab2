package io.osusume.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.doctor.Finding.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final long NOW = 1_800_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void anOldJavaFails() {
        assertThat(Machine.java(11).level()).isEqualTo(Level.FAIL);
        assertThat(Machine.java(17).level()).isEqualTo(Level.PASS);
    }

    @Test
    void anotherSparkIsToBeTriedFirst() {
        assertThat(Machine.spark("4.1.2").level()).isEqualTo(Level.PASS);
        assertThat(Machine.spark("3.5.1").level()).isEqualTo(Level.WARN);
    }

    @Test
    void memoryIsHeldAgainstTheRowsAndTheFixSaysHowMuch() {
        long twoGigabytes = 2L << 30;
        assertThat(Machine.memory(twoGigabytes, 100_000).level()).isEqualTo(Level.PASS);
        Finding little = Machine.memory(twoGigabytes, 3_000_000);
        assertThat(little.level()).isEqualTo(Level.WARN);
        assertThat(little.fix()).isEqualTo("start with OSUSUME_MEMORY=4g");
    }

    @Test
    void theDayIsThatOfTheConfiguredZone() {
        Finding late = Machine.clock(Instant.parse("2026-06-30T16:00:00Z"), TOKYO, Optional.empty());
        assertThat(late.says()).contains("2026-07-01", "dated 2026-06-30");
        assertThat(Machine.clock(Instant.parse("1970-01-02T00:00:00Z"), TOKYO, Optional.empty())
                        .level())
                .isEqualTo(Level.FAIL);
        assertThat(Machine.clock(Instant.parse("2026-06-30T16:00:00Z"), TOKYO, Optional.of(LocalDate.of(2027, 1, 1)))
                        .level())
                .isEqualTo(Level.WARN);
    }

    @Test
    void aWarehouseThatIsAFileFails() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(places(file)).anySatisfy(f -> assertThat(f.level()).isEqualTo(Level.FAIL));
    }

    @Test
    void aWarehouseThatEverybodyReadsIsToldAndNothingIsLeftBehind() throws IOException {
        Path warehouse = Files.createDirectory(folder.resolve("warehouse"));
        Files.setPosixFilePermissions(warehouse, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(about("warehouse", places(warehouse)).fix()).startsWith("chmod o-rwx");
        Files.setPosixFilePermissions(warehouse, PosixFilePermissions.fromString("rwx------"));
        assertThat(about("warehouse", places(warehouse)).level()).isEqualTo(Level.PASS);
        try (var left = Files.list(warehouse)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aLiveLockIsToldAndADeadOneIsNone() throws IOException {
        Path lock = Files.writeString(folder.resolve("_lock"), "somebody");
        Files.setLastModifiedTime(lock, java.nio.file.attribute.FileTime.fromMillis(NOW - 60_000));
        assertThat(about("lock", places(folder)).level()).isEqualTo(Level.WARN);
        Files.setLastModifiedTime(lock, java.nio.file.attribute.FileTime.fromMillis(NOW - 3_600_000));
        assertThat(about("lock", places(folder)).level()).isEqualTo(Level.PASS);
    }

    @Test
    void aDiskWithTooLittleRoomWarnsWithHowMuchIsNeeded() {
        List<Finding> small = places(folder);
        assertThat(about("disk of the warehouse", small).level()).isEqualTo(Level.PASS);
        List<Finding> huge = new Places(new Configuration()).findings(folder.toString(), 10, 1L << 50, NOW);
        Finding disk = about("disk of the warehouse", huge);
        assertThat(disk.level()).isEqualTo(Level.WARN);
        // 500 MiB, and ten bytes for each of 2^50
        assertThat(disk.fix()).isEqualTo("free some: a night may need 10,737,418,740 MiB");
        assertThat(about("disk of temporary files", huge).level()).isEqualTo(Level.WARN);
    }

    private static Finding about(String what, List<Finding> findings) {
        return findings.stream().filter(f -> f.about().equals(what)).findFirst().orElseThrow();
    }

    private static List<Finding> places(Path warehouse) {
        return new Places(new Configuration()).findings(warehouse.toString(), 10, 1_000, NOW);
    }
}
