package io.osusume.intake.profile;

import io.osusume.errors.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files of paths, and which of them are parts of one table. */
final class FileGroups {
    private static final int DEPTH = 5;
    /** Months and quarters are parts of a table as numbers are: Sales_January_2019. */
    private static final Pattern MONTHS =
            Pattern.compile("(?i)(?<![a-z])(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?"
                    + "|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|q[1-4])(?![a-z])");

    private FileGroups() {}

    /**
     * Files that look alike by place and name.
     *
     * @param files in the order of their names
     * @param folder the folder that holds them, and what else it holds
     */
    record Group(List<Path> files, Path folder) {}

    /** The files of files, folders and globs, those of one folder together whose names differ by digits and months alone. */
    static List<Group> of(List<String> paths) {
        Set<Path> files = new LinkedHashSet<>();
        paths.forEach(p -> files.addAll(files(p)));
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Path file : files) {
            Path folder = folder(file);
            groups.computeIfAbsent(folder + "/" + stem(file), k -> new Group(new ArrayList<>(), folder))
                    .files()
                    .add(file);
        }
        return List.copyOf(groups.values());
    }

    private static List<Path> files(String path) {
        Path plain = Path.of(path).toAbsolutePath().normalize();
        try {
            if (Files.isRegularFile(plain)) {
                return List.of(plain);
            }
            if (Files.isDirectory(plain)) {
                return under(plain);
            }
            List<Path> found = new ArrayList<>();
            if (plain.getParent() != null && Files.isDirectory(plain.getParent())) {
                try (DirectoryStream<Path> matching = Files.newDirectoryStream(
                        plain.getParent(), plain.getFileName().toString())) {
                    for (Path p : matching) {
                        found.addAll(Files.isDirectory(p) ? under(p) : List.of(p));
                    }
                }
            }
            if (found.isEmpty()) {
                throw UserException.configuration(path + ": no such file or folder, and no file fits it as a glob."
                        + " Give files, folders or globs that are there; relative ones start where the command runs.");
            }
            return found.stream().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> under(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            return all.filter(Files::isRegularFile)
                    .filter(f -> isVisible(folder.relativize(f)))
                    .sorted()
                    .toList();
        }
    }

    /** Spark, too, passes by what begins with a point or an underscore. */
    private static boolean isVisible(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
                return false;
            }
        }
        return true;
    }

    /** The folder of a table: above the folders of its partitions, such as month=2026-01. */
    private static Path folder(Path file) {
        Path folder = file.getParent();
        while (folder.getFileName() != null && folder.getFileName().toString().contains("=")) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("part-")
                ? "part"
                : MONTHS.matcher(name)
                        .replaceAll("0")
                        .replaceAll("[\\d()]+", "0")
                        .replace(" 0", "");
    }
}
