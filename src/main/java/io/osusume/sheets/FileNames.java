package io.osusume.sheets;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files after names of people: safe on every file system, and no two alike, however they are written. */
final class FileNames {
    /** Bytes of the part that names somebody: file systems allow 255 for the whole. */
    private static final int MOST_BYTES = 120;

    private final Set<String> used = new HashSet<>();

    /** Letters and digits of any script stay, everything else becomes a line below; of two that come out alike the second gets a number. */
    String of(String name) {
        String safe = Normalizer.normalize(name, Normalizer.Form.NFC).replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", "_");
        String cut = cut(safe.isEmpty() ? "_" : safe);
        String file = cut;
        for (int n = 2; !used.add(file.toLowerCase(Locale.ROOT)); n++) {
            file = cut + "-" + n;
        }
        return file;
    }

    private static String cut(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
