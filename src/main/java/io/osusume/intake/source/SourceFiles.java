package io.osusume.intake.source;

import io.osusume.config.SourceConfig;
import io.osusume.errors.UserException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;

/**
 * The files at a path, as they were when they were listed.
 *
 * @param key of the setting that names them, such as {@code inputs.orders}
 * @param root the path as it is written; empty where there is none
 * @param all every file, sorted by path
 * @param inFolders whether a file lies in a folder below the path, or below what a glob found
 */
public record SourceFiles(String key, String root, List<FileStatus> all, boolean inFolders, Configuration hadoop) {
    public SourceFiles {
        all = List.copyOf(all);
    }

    static SourceFiles none(String key, Configuration hadoop) {
        return new SourceFiles(key, "", List.of(), false, hadoop);
    }

    /**
     * Lists what lies at a path: a file, a folder with all folders in it, or a glob. Names that begin with _ or . are left out.
     *
     * @throws UserException where nothing is there
     */
    static SourceFiles at(String key, SourceConfig config, Configuration hadoop) throws IOException {
        String path = config.path().orElseThrow();
        Path glob = new Path(path);
        FileSystem system = glob.getFileSystem(hadoop);
        FileStatus[] found = system.globStatus(glob);
        if (found == null || found.length == 0) {
            throw nothingAt(key, path, glob, system);
        }
        List<FileStatus> files = new ArrayList<>();
        boolean inFolders = false;
        for (FileStatus status : found) {
            if (status.isFile()) {
                files.add(status);
            } else {
                inFolders |= collect(system, status.getPath(), files);
            }
        }
        files.sort(Comparator.comparing(f -> f.getPath().toString()));
        return new SourceFiles(key, path, files, inFolders, hadoop);
    }

    private static UserException nothingAt(String key, String path, Path glob, FileSystem system) {
        boolean relative = !path.startsWith("/") && !path.contains(":");
        return UserException.configuration(key + ".path = " + path + ": no such file or folder"
                + (relative
                        ? ": a relative path starts in the folder in which the command runs, here "
                                + Path.getPathWithoutSchemeAndAuthority(system.makeQualified(glob))
                        : "")
                + ". Correct the path, or set it on the command line: --set " + key + ".path=…");
    }

    /** Adds the files of a folder and of those in it; whether there are such. */
    private static boolean collect(FileSystem system, Path folder, List<FileStatus> files) throws IOException {
        boolean inFolders = false;
        for (FileStatus status : system.listStatus(folder)) {
            String name = status.getPath().getName();
            boolean partition = name.startsWith("_") && name.contains("=");
            if (name.startsWith(".") || (name.startsWith("_") && !partition)) {
                continue;
            }
            if (status.isDirectory()) {
                collect(system, status.getPath(), files);
                inFolders = true;
            } else {
                files.add(status);
            }
        }
        return inFolders;
    }

    /** Whether folders are named {@code month=2026-06}, which makes a column of them. */
    boolean arePartitioned() {
        return inFolders
                && all.stream().anyMatch(f -> f.getPath().getParent().getName().contains("="));
    }

    /** A reader of what lies at the path, or of some of the files. */
    DataFrameReader below(DataFrameReader reader) {
        if (arePartitioned()) {
            return root.matches(".*[*?\\[{].*") ? reader : reader.option("basePath", root);
        }
        return inFolders ? reader.option("recursiveFileLookup", "true") : reader;
    }

    UserException noFile() {
        return UserException.data(key + ".path = " + root
                + ": the folder holds no file. Load the data, or unset the path if there is no such data.");
    }

    /** A file as a person knows it: by its path below the folder that is configured. */
    String name(Path file) {
        String whole = Path.getPathWithoutSchemeAndAuthority(file).toString();
        String folder = root.replaceAll("[^/]*[*?\\[{].*", "");
        int at = folder.isEmpty() ? -1 : whole.lastIndexOf(folder);
        String below = at < 0 ? "" : whole.substring(at + folder.length()).replaceFirst("^/", "");
        return below.isEmpty() ? file.getName() : below;
    }

    /** A few of the files by name, and how many more. */
    String names(List<Path> some) {
        String few = String.join(", ", some.stream().limit(3).map(this::name).toList());
        return some.size() <= 3 ? few : few + " and " + (some.size() - 3) + " more";
    }

    /**
     * Holds the files against what they were when they were listed.
     *
     * @throws UserException where one has grown, was written anew or is gone: what was read is neither the old nor the new
     */
    public void requireUnchanged() {
        for (FileStatus before : all) {
            FileStatus now = status(before.getPath());
            if (now.getLen() != before.getLen() || now.getModificationTime() != before.getModificationTime()) {
                throw UserException.data(String.format(
                        java.util.Locale.ROOT,
                        "%s.path: %s changed while it was read (%,d bytes before, %,d after). Run again when it is"
                                + " whole: write a file beside its place, and move it there when it is done.",
                        key,
                        before.getPath().toUri().getPath(),
                        before.getLen(),
                        now.getLen()));
            }
        }
    }

    private FileStatus status(Path file) {
        try {
            return file.getFileSystem(hadoop).getFileStatus(file);
        } catch (FileNotFoundException e) {
            throw gone(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UserException gone(Path file) {
        return UserException.data(key + ".path: " + file.toUri().getPath()
                + " is gone: it was there when the run began. Run again when the load is over.");
    }
}
