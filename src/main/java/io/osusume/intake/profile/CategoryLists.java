package io.osusume.intake.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several categories of one product in one column, as shops export them: paths with a comma between them. */
final class CategoryLists {
    private static final Pattern LEVELS = Pattern.compile("\\s*[/>|]\\s*");
    private static final Pattern ROOT =
            Pattern.compile("(?i)all|alle|tous|todo|root|home|accueil|start|shop|default category|catalog(ue)?|すべて");
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

    /** Whether some values are several words of which one stands alone elsewhere, and none of them a path. */
    static boolean areFlat(List<String> values) {
        Set<String> alone = alone(values);
        List<String> several =
                values.stream().filter(value -> value.contains(",")).toList();
        long known = several.stream()
                .filter(value -> parts(value).stream().anyMatch(alone::contains))
                .count();
        return !several.isEmpty()
                && 2 * known >= several.size()
                && values.stream().noneMatch(value -> LEVELS.matcher(value).find());
    }

    /** What reads the first of them that stands alone elsewhere, as a tag such as "new" does not; else the first. */
    static String first(String sql, List<String> values) {
        String parts = "split(" + sql + ", '\\\\s*,\\\\s*')";
        return "coalesce(get(filter(" + parts + ", part -> part IN ("
                + alone(values).stream().sorted().map(Sql::text).collect(Collectors.joining(", ")) + ")), 0), get("
                + parts
                + ", 0))";
    }

    /** The same of one value. */
    static String first(String value, Set<String> values) {
        List<String> parts = parts(value);
        return parts.stream()
                .filter(alone(List.copyOf(values))::contains)
                .findFirst()
                .orElse(parts.get(0));
    }

    private static Set<String> alone(List<String> values) {
        return values.stream()
                .filter(value -> !value.contains(","))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static List<String> parts(String value) {
        return Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    /** What reads the last of them by their letters, which no other begins with, without a level above all. */
    static String last(String sql, List<String> values) {
        String path = "regexp_replace(array_max(split(" + sql + ", '\\\\s*,\\\\s*')), '\\\\s*[>|]\\\\s*', '/')";
        List<String> tops = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(value -> LEVELS.split(value.strip(), -1)[0])
                .distinct()
                .toList();
        return tops.size() == 1 ? below(path, tops.get(0) + "/") : path;
    }

    /** What reads paths without the levels above that all have, as a system writes them that has one root: All / Saleable / Kitchen. */
    static String belowAll(String path, List<String> values, String separator) {
        List<String[]> paths =
                values.stream().map(value -> value.strip().split(separator, -1)).toList();
        int shared = 0;
        while (isShared(paths, shared)) {
            shared++;
        }
        return shared == 0 ? path : below(path, String.join("/", Arrays.copyOf(paths.get(0), shared)) + "/");
    }

    /** Of all, and no kind of product: called so, or with two levels below it in most. */
    private static boolean isShared(List<String[]> paths, int level) {
        String top = paths.get(0)[Math.min(level, paths.get(0).length - 1)];
        long deep = paths.stream().filter(path -> path.length > level + 2).count();
        return paths.size() > 1
                && paths.stream().allMatch(path -> path.length > level + 1 && path[level].equals(top))
                && (ROOT.matcher(top).matches() || 2 * deep > paths.size());
    }

    private static String below(String path, String above) {
        return "regexp_replace(" + path + ", " + Sql.text("^" + above.replaceAll("[^\\p{L}\\p{N} /_-]", "\\\\$0"))
                + ", '')";
    }
}
