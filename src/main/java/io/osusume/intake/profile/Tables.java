package io.osusume.intake.profile;

import io.osusume.intake.profile.FileGroups.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The tables that lie at some paths. */
public final class Tables {
    private final FileSamples samples;
    private final List<TableProfile> found = new ArrayList<>();
    private final List<Path> strange = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private Tables(TableReader reader) {
        this.samples = new FileSamples(reader);
    }

    /**
     * Looks at files, folders and globs.
     *
     * @param reader what reads the formats that carry their schema
     */
    public static Tables at(List<String> paths, TableReader reader) {
        Tables tables = new Tables(reader);
        FileGroups.of(paths).forEach(tables::add);
        return tables;
    }

    public List<TableProfile> all() {
        return List.copyOf(found);
    }

    /** Rows of all tables together; for one that was not read whole ten times what was read. */
    public long aboutRows() {
        return found.stream()
                .map(TableProfile::sample)
                .mapToLong(s -> (s.whole() ? 1L : 10L) * s.rows().size())
                .sum();
    }

    /** Files that are no tables. */
    public List<Path> strange() {
        return List.copyOf(strange);
    }

    private void add(Group group) {
        List<Path> files = group.files();
        Optional<TableSample> first = sample(files.get(0), files.get(0).toString());
        if (first.isEmpty()) {
            strange.addAll(files);
            return;
        }
        if (files.size() == 1) {
            found.add(TableProfile.of(first.get()));
            return;
        }
        Optional<TableSample> last = sample(files.get(files.size() - 1), "");
        if (last.isPresent() && areAlike(first.get(), last.get())) {
            found.add(TableProfile.of(Samples.together(first.get(), last.get(), path(group))));
        } else {
            names.removeIf(n ->
                    n.equals(first.get().name()) || last.map(TableSample::name).equals(Optional.of(n)));
            files.forEach(f -> add(new Group(List.of(f), group.folder())));
        }
    }

    private Optional<TableSample> sample(Path file, String path) {
        return samples.read(name(file), path, file);
    }

    private static boolean areAlike(TableSample a, TableSample b) {
        long shared = a.columns().stream().filter(b.columns()::contains).count();
        return a.format().equals(b.format())
                && 2 * shared > Math.max(a.columns().size(), b.columns().size());
    }

    /** The folder, where it holds nothing else; else the files by name. */
    private static String path(Group group) {
        try (var all = java.nio.file.Files.walk(group.folder())) {
            long visible = all.filter(java.nio.file.Files::isRegularFile)
                    .filter(f -> !f.getFileName().toString().matches("[._].*"))
                    .count();
            if (visible == group.files().size()) {
                return group.folder().toString();
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return group.folder() + "/{"
                + String.join(
                        ",",
                        group.files().stream()
                                .map(f -> group.folder().relativize(f).toString())
                                .toList())
                + "}";
    }

    /** A name for SQL: that of the file in small letters, without extensions and trailing digits. */
    private String name(Path file) {
        String stem = file.getFileName().toString().startsWith("part-")
                ? file.getParent().getFileName().toString()
                : file.getFileName().toString();
        String plain = stem.replaceFirst("(\\.[A-Za-z][A-Za-z0-9]{0,8}){1,2}$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[_\\d]+|[_\\d]+$", "");
        String name = plain.isEmpty() ? "table_1" : plain;
        for (int i = 2; !names.add(name); i++) {
            name = (plain.isEmpty() ? "table" : plain) + "_" + i;
        }
        return name;
    }
}
