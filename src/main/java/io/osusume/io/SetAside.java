package io.osusume.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rejected rows of nights that published nothing: {@code _rejected/<run_id>/*.parquet}. They may name people and were never
 * checked, so only their owner may read them, and they do not stay.
 */
final class SetAside {
    private static final FsPermission OWNER_FOLDER = new FsPermission(FsAction.ALL, FsAction.NONE, FsAction.NONE);
    private static final FsPermission OWNER_FILE = new FsPermission(FsAction.READ_WRITE, FsAction.NONE, FsAction.NONE);

    private final FileSystem files;
    private final Path folder;

    SetAside(FileSystem files, Path warehouse) {
        this.files = files;
        this.folder = new Path(warehouse, "_rejected");
    }

    /** Writes the rows of one run and says where they lie. */
    Path keep(String runId, Dataset<Row> rows) throws IOException {
        files.mkdirs(folder, OWNER_FOLDER);
        files.setPermission(folder, OWNER_FOLDER); // before anything lies in it
        Path path = new Path(folder, runId);
        rows.coalesce(1).write().parquet(path.toString());
        files.setPermission(path, OWNER_FOLDER);
        for (FileStatus file : files.listStatus(path)) {
            files.setPermission(file.getPath(), OWNER_FILE);
        }
        return path;
    }

    /** Removes what is older than so many days. */
    void removeOlderThan(int days) {
        long oldest = System.currentTimeMillis() - Duration.ofDays(days).toMillis();
        try {
            if (!files.exists(folder)) {
                return;
            }
            for (FileStatus night : files.listStatus(folder)) {
                if (night.getModificationTime() < oldest) {
                    files.delete(night.getPath(), true);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
