package io.osusume.intake.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names for the columns of a header line, each once, as Spark gives them. */
public final class CsvNames {
    private CsvNames() {}

    /**
     * A column without a name is called by its place, counted from 0: {@code _c0}. Of names that stand there twice, whatever
     * their case, each has its place behind it: {@code price4}, {@code price7}.
     */
    public static List<String> of(List<String> header) {
        Set<String> twice = twice(header);
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String given = header.get(i);
            String name = given.isEmpty() ? "_c" + i : twice.contains(lower(given)) ? given + i : given;
            while (!taken.add(lower(name))) {
                name += "_";
            }
            names.add(name);
        }
        return names;
    }

    /** In lower case. */
    public static Set<String> twice(List<String> header) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        header.stream().filter(h -> !h.isEmpty()).map(CsvNames::lower).forEach(h -> {
            if (!seen.add(h)) {
                twice.add(h);
            }
        });
        return twice;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
