package io.osusume.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** docs/settings.md: what reference.conf and the components say, as tables. */
final class SettingsPage {
    private static final String HEAD = """
            # Settings

            Made from `src/main/resources/reference.conf` (defaults, descriptions) and the annotations of the records in
            `config` (units, ranges); `mvn test -Dtest=SettingsPageTest -Dosusume.write=true` makes it anew. Write what
            differs into a file of your own and give it with `--conf`, or set single keys with `--set key=value`;
            `scripts/osusume check-config` prints what is in force. Keys are joined with dots: `rules.customer.min_count`.
            """;

    private static final String RENAMED = """

            ## Renamed

            The old name is an error (exit 2) that tells the new one.

            | Was | Is |
            | --- | --- |
            """;

    private final Manual manual = new Manual();
    private final StringBuilder page = new StringBuilder(HEAD);

    String text() {
        boolean table = false;
        for (Manual.Entry entry : manual.entries()) {
            if (entry.isBlock()) {
                page.append("\n").append(heading(entry)).append(prose(manual.above(entry)));
                table = false;
            } else {
                if (!table) {
                    page.append("\n| Setting | Default | Unit | Range | Meaning |\n| --- | --- | --- | --- | --- |\n");
                }
                row(entry);
                table = true;
            }
        }
        return page.append(renamed()).toString();
    }

    private static String heading(Manual.Entry block) {
        return "#".repeat(2 + (int) block.key().chars().filter(c -> c == '.').count()) + " `" + block.key() + "`\n";
    }

    private void row(Manual.Entry entry) {
        String name = entry.key().substring(entry.key().lastIndexOf('.') + 1);
        page.append(List.of(
                        "`" + name + "`",
                        "`" + shown(entry.value()) + "`",
                        Words.unit(entry.setting()),
                        Words.range(entry.setting()),
                        escaped(meaning(manual.above(entry))))
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** Text as it is, but lines that are indented, which are a list, as a block of code. */
    /** A comment without the table of an input's columns, which is docs/tables.md. */
    private static String meaning(List<String> comment) {
        return comment.stream().takeWhile(line -> !line.startsWith("  ")).collect(Collectors.joining(" "));
    }

    private static String prose(List<String> comment) {
        StringBuilder text = new StringBuilder();
        boolean code = false;
        for (String line : comment) {
            if (line.startsWith("  ") != code) {
                text.append(code ? "```\n\n" : "\n```\n");
                code = !code;
            }
            text.append(code ? line.substring(2) : escaped(line)).append("\n");
        }
        return text.isEmpty() ? "" : "\n" + text + (code ? "```\n" : "");
    }

    private static String renamed() {
        return new TreeMap<>(RenamedKeys.ALL)
                .entrySet().stream()
                        .map(e -> "| `" + e.getKey() + "` | `" + e.getValue() + "` |\n")
                        .collect(Collectors.joining("", RENAMED, ""));
    }

    private static String escaped(String text) {
        return text.replaceAll("([*|<])", "\\\\$1");
    }

    private static String shown(ConfigValue value) {
        if (value instanceof ConfigObject object) {
            String pairs = pairs(object);
            return pairs.isEmpty() ? "{}" : "{ " + pairs + " }";
        }
        if (value.valueType() == ConfigValueType.LIST) {
            return ((List<?>) value.unwrapped())
                    .stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        }
        return String.valueOf(value.unwrapped());
    }

    /** What is set at all. */
    private static String pairs(ConfigObject object) {
        return new TreeMap<>(object)
                .entrySet().stream()
                        .filter(e -> !List.of("null", "{}").contains(shown(e.getValue())))
                        .map(e ->
                                e.getKey() + (e.getValue() instanceof ConfigObject ? " " : " = ") + shown(e.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
