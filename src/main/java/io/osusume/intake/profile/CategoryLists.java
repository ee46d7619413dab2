package io.osusume.intake.profile;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Several categories of one product in one column, as shops export them: paths with a comma between them. */
final class CategoryLists {
    private static final Pattern LEVELS = Pattern.compile("\\s*[/>|]\\s*");
    private static final int SOME = 10;
    private static final double MOST = 0.75;

    private CategoryLists() {}

    /** Whether some values are several, and most of those paths. */
    static boolean are(List<String> values) {
        long several = values.stream().filter(value -> value.contains(",")).count();
        List<String> paths = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        long deep = paths.stream().filter(path -> LEVELS.matcher(path).find()).count();
        return several > 0 && SOME * several >= values.size() && deep >= MOST * paths.size();
    }

    /** What reads the last of them by their letters, which no other begins with, without a level above all. */
    static String last(String sql, List<String> values) {
        String path = "regexp_replace(array_max(split(" + sql + ", '\\\\s*,\\\\s*')), '\\\\s*[>|]\\\\s*', '/')";
        List<String> tops = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(value -> LEVELS.split(value.strip(), -1)[0])
                .distinct()
                .toList();
        return tops.size() == 1
                ? "regexp_replace(" + path + ", "
                        + Sql.text("^" + tops.get(0).replaceAll("[^\\p{L}\\p{N} _-]", "\\\\$0") + "/") + ", '')"
                : path;
    }
}
