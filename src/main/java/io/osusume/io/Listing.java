package io.osusume.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Files as they were when they were listed. A file that was written anew with the same bytes has changed too: only its size and the
 * time of its last change are looked at.
 *
 * @param key what reads them, such as {@code inputs.orders}
 */
public record Listing(String key, List<Entry> files) {
    private static final int NAMED = 3;

    public Listing {
        files = List.copyOf(files);
    }

    /** One file. {@code modified} is in milliseconds since 1970. */
    public record Entry(String path, long bytes, long modified) {}

    public static Listing of(String key, Collection<FileStatus> found) {
        return new Listing(
                key,
                found.stream()
                        .map(f -> new Entry(
                                Path.getPathWithoutSchemeAndAuthority(f.getPath())
                                        .toString(),
                                f.getLen(),
                                f.getModificationTime()))
                        .sorted(Comparator.comparing(Entry::path))
                        .toList());
    }

    /** Equal digests mean the same files, unchanged. */
    public String digest() {
        StringBuilder text = new StringBuilder();
        files.forEach(f -> text.append(f.path())
                .append('\n')
                .append(f.bytes())
                .append(' ')
                .append(f.modified())
                .append('\n'));
        return DigestUtils.sha256Hex(text.toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    /** What has changed since, in a sentence a file; empty when nothing has. */
    public List<String> changes(Listing now) {
        Map<String, Entry> before = byPath();
        Map<String, Entry> after = now.byPath();
        List<String> changes = new ArrayList<>();
        after.forEach((path, entry) -> {
            Entry was = before.get(path);
            if (was == null) {
                changes.add(path + " is new");
            } else if (!was.equals(entry)) {
                changes.add(String.format(
                        Locale.ROOT, "%s was written anew (%,d bytes, %,d now)", path, was.bytes(), entry.bytes()));
            }
        });
        before.keySet().stream()
                .filter(path -> !after.containsKey(path))
                .map(path -> path + " is gone")
                .forEach(changes::add);
        return changes;
    }

    /** The first of some changes, and how many more there are. */
    public static String few(List<String> changes) {
        String first = String.join(", ", changes.subList(0, Math.min(NAMED, changes.size())));
        return changes.size() <= NAMED
                ? first
                : first + String.format(Locale.ROOT, " and %,d more", changes.size() - NAMED);
    }

    private Map<String, Entry> byPath() {
        Map<String, Entry> byPath = new TreeMap<>();
        files.forEach(f -> byPath.put(f.path(), f));
        return byPath;
    }
}
