package io.osusume.io;

import io.osusume.errors.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * One run at a time: a file in the warehouse that only one process can create. Its modification time is a heartbeat; a lock
 * whose heartbeat stopped is a dead run's, and is taken over.
 */
final class Lock implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final FileSystem files;
    private final Path file;
    private final String owner;
    private final ScheduledExecutorService heartbeat;

    private Lock(FileSystem files, Path file, String owner) {
        this.files = files;
        this.file = file;
        this.owner = owner;
        this.heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "osusume-lock-heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        long period = HEARTBEAT.toMillis();
        var unused = heartbeat.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes the lock.
     *
     * @throws UserException when another run holds it (exit 4)
     */
    static Lock take(FileSystem files, Path file, String owner, Duration expires) {
        try {
            if (!create(files, file, owner)) {
                expire(files, file, expires);
                if (!create(files, file, owner)) {
                    throw held(files, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lock(files, file, owner);
    }

    /** Hadoop's local file system looks before it creates, which two processes can do at once; java.nio does not. */
    private static boolean create(FileSystem files, Path file, String owner) throws IOException {
        byte[] content = owner.getBytes(StandardCharsets.UTF_8);
        files.mkdirs(file.getParent());
        if (file.toUri().getScheme().equals("file")) {
            try {
                Files.write(
                        java.nio.file.Path.of(file.toUri().getPath()),
                        content,
                        java.nio.file.StandardOpenOption.CREATE_NEW);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            }
        }
        try (FSDataOutputStream out = files.create(file, false)) {
            out.write(content);
            return true;
        } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
            return false;
        }
    }

    private static void expire(FileSystem files, Path file, Duration expires) throws IOException {
        if (!files.exists(file)) {
            return;
        }
        long silence = System.currentTimeMillis() - files.getFileStatus(file).getModificationTime();
        if (silence < expires.toMillis()) {
            throw held(files, file);
        }
        // Renaming is atomic: of two runs that find the lock expired, one moves it aside and the other finds it gone.
        Path aside = file.suffix(".expired-" + System.nanoTime());
        if (files.rename(file, aside)) {
            files.delete(aside, false);
        }
    }

    private static UserException held(FileSystem files, Path file) throws IOException {
        String holder = "";
        if (files.exists(file)) {
            try (var in = files.open(file)) {
                holder = " (" + new String(in.readAllBytes(), StandardCharsets.UTF_8) + ")";
            }
        }
        return UserException.locked("Another run" + holder + " holds the lock " + file
                + ". Wait for it to end. If that run is dead, its lock expires by itself after"
                + " warehouse.lock_expires_minutes.");
    }

    private void beat() {
        try {
            files.setTimes(file, System.currentTimeMillis(), -1);
        } catch (IOException e) {
            // A missed beat is no harm; the next one follows, and an expired lock is found out before publishing.
        }
    }

    /** Makes sure that nobody took the lock over meanwhile, as after a long pause of this machine. */
    void verifyHeld() {
        try (var in = files.open(file)) {
            String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!content.equals(owner)) {
                throw UserException.locked("Another run (" + content + ") took over the lock " + file
                        + " while this one was silent. Nothing was published; start this run again.");
            }
        } catch (IOException e) {
            throw UserException.locked("The lock " + file
                    + " is gone; another run may have started. Nothing was published;" + " start this run again.");
        }
    }

    @Override
    public void close() {
        heartbeat.shutdownNow();
        try {
            files.delete(file, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
