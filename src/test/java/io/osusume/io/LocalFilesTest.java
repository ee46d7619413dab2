package io.osusume.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LocalFilesTest {
    @TempDir
    java.nio.file.Path folder;

    @Test
    void filesAndFoldersGetTheirPermissions() throws IOException {
        try (FileSystem files = files()) {
            Path made = new Path(folder.resolve("made").toString());
            files.mkdirs(made, new FsPermission((short) 0750));
            Path file = new Path(made, "file");
            FileSystem.create(files, file, new FsPermission((short) 0604)).close();
            assertThat(permissions("made")).isEqualTo("rwxr-x---");
            assertThat(permissions("made/file")).isEqualTo("rw----r--");
            files.setPermission(file, new FsPermission((short) 0700));
            assertThat(permissions("made/file")).isEqualTo("rwx------");
            assertThat(files.getFileStatus(file).getPermission()).isEqualTo(new FsPermission((short) 0700));
        }
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private static FileSystem files() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set("fs.file.impl", LocalFiles.class.getName());
        FileSystem files = FileSystem.newInstance(new Path("/").toUri(), configuration);
        assertThat(files).isInstanceOf(LocalFiles.class);
        return files;
    }
}
