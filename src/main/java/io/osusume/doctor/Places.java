package io.osusume.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The warehouse: whether it can be written, by whom, how much room there is, and whether a run is at work in it. */
final class Places {
    private static final long MEBI = 1 << 20;
    /** Room that a night needs at the least, and per byte of its inputs: staged rows, shuffles, published tables. */
    private static final long LEAST_ROOM = 500 * MEBI;

    private static final long ROOM_PER_BYTE = 10;
    private static final String LOCK = "_lock";

    private final Configuration hadoop;

    Places(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    List<Finding> findings(String warehouse, int lockExpiresMinutes, long inputBytes, long now) {
        List<Finding> findings = new ArrayList<>();
        Path folder = new Path(warehouse);
        try {
            FileSystem files = folder.getFileSystem(hadoop);
            findings.add(rights(files, files.makeQualified(folder)));
            findings.add(lock(files, folder, lockExpiresMinutes, now));
            room(files, folder, inputBytes).ifPresent(findings::add);
        } catch (IOException e) {
            findings.add(Finding.fail(
                    "warehouse",
                    warehouse + ": " + e.getMessage(),
                    "set warehouse.path to a folder that can be reached"));
        }
        localRoom(inputBytes).ifPresent(findings::add);
        return findings;
    }

    /** A folder is made or a file written and taken away again: nothing else tells whether it can be. */
    private static Finding rights(FileSystem files, Path folder) {
        Path nearest = folder;
        try {
            while (!files.exists(nearest)) {
                nearest = nearest.getParent();
            }
            Path probe = new Path(nearest, ".osusume-doctor-" + System.nanoTime());
            files.create(probe, false).close();
            files.delete(probe, false);
            String says = folder + (nearest.equals(folder) ? "" : " (made by the first night)");
            return isOpen(files.getFileStatus(nearest)) && nearest.equals(folder)
                    ? Finding.warn(
                            "warehouse",
                            says + " can be read by everybody on this machine: it holds customers",
                            "chmod o-rwx " + folder.toUri().getPath())
                    : Finding.pass("warehouse", says);
        } catch (IOException e) {
            return Finding.fail(
                    "warehouse",
                    nearest + " cannot be written: " + e.getMessage(),
                    "give the user that runs the night the right, or set warehouse.path to another folder");
        }
    }

    private static boolean isOpen(FileStatus folder) {
        return folder.getPermission().getOtherAction().implies(org.apache.hadoop.fs.permission.FsAction.READ);
    }

    private static Finding lock(FileSystem files, Path folder, int expiresMinutes, long now) throws IOException {
        Path lock = new Path(folder, LOCK);
        if (!files.exists(lock)) {
            return Finding.pass("lock", "no run is at work");
        }
        long minutes = (now - files.getFileStatus(lock).getModificationTime()) / 60_000;
        return minutes < expiresMinutes
                ? Finding.warn(
                        "lock", "a run is at work, or died less than " + expiresMinutes + " minutes ago", "wait for it")
                : Finding.pass("lock", "left by a run that died " + minutes + " minutes ago; the next takes it over");
    }

    private static java.util.Optional<Finding> room(FileSystem files, Path folder, long inputBytes) throws IOException {
        if (!files.getUri().getScheme().equals("file")) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(
                room("disk of the warehouse", new java.io.File(folder.toUri().getPath()), inputBytes));
    }

    private static java.util.Optional<Finding> localRoom(long inputBytes) {
        return java.util.Optional.of(
                room("disk of temporary files", new java.io.File(System.getProperty("java.io.tmpdir")), inputBytes));
    }

    private static Finding room(String about, java.io.File folder, long inputBytes) {
        java.io.File nearest = folder.getAbsoluteFile();
        while (!nearest.exists()) {
            nearest = nearest.getParentFile();
        }
        long free = nearest.getUsableSpace();
        long wanted = LEAST_ROOM + ROOM_PER_BYTE * inputBytes;
        String says = String.format(
                Locale.ROOT, "%,d MiB free at %s; inputs of %,d MiB", free / MEBI, nearest, inputBytes / MEBI);
        return free >= wanted
                ? Finding.pass(about, says)
                : Finding.warn(
                        about, says, String.format(Locale.ROOT, "free some: a night may need %,d MiB", wanted / MEBI));
    }
}
