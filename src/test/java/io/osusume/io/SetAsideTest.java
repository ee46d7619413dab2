package io.osusume.io;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static io.osusume.TestSession.spark;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetAsideTest {
    @TempDir
    Path dir;

    @Test
    void rejectedRowsAreTheirOwnersAndGoWhenTheyAreOld() throws IOException {
        org.apache.hadoop.fs.Path warehouse = new org.apache.hadoop.fs.Path(dir.toUri());
        FileSystem files = warehouse.getFileSystem(spark().sparkContext().hadoopConfiguration());
        SetAside aside = new SetAside(files, warehouse);
        aside.removeOlderThan(14); // nothing is there yet
        aside.keep("old", rows("reason STRING", row("negative_price")));
        aside.keep("new", rows("reason STRING", row("negative_price")));
        Path old = dir.resolve("_rejected/old");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
                .isEqualTo("rwx------");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(15))));
        aside.removeOlderThan(16);
        assertThat(old).exists();
        aside.removeOlderThan(14);
        assertThat(old).doesNotExist();
        assertThat(dir.resolve("_rejected/new")).exists();
    }
}
