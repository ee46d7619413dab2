package io.osusume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of docs show the code that is compiled and run, name files that exist, and keep to the files that they promise. */
class PagesTest {
    private static final Path DOCS = Path.of("docs");
    private static final Pattern SHOWN =
            Pattern.compile("<!-- (\\S+\\.java) \\[(\\w+)] -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("`((?:src|conf|scripts|docs|jobs)/[\\w./-]+\\.\\w+)`");
    private static final Pattern RECIPE =
            Pattern.compile("^## [^\n]*\\((\\d+) files\\)\n(.*?)(?=^## |\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void theCodeShownIsTheCodeThatRuns() throws IOException {
        List<String> shown = new ArrayList<>();
        for (Path page : pages()) {
            Matcher m = SHOWN.matcher(Files.readString(page));
            while (m.find()) {
                assertThat(m.group(3)).as(page + ": " + m.group(2)).isEqualTo(region(Path.of(m.group(1)), m.group(2)));
                shown.add(m.group(2));
            }
        }
        assertThat(shown).contains("guardrail", "settings", "lines", "rules", "ltv");
    }

    /** The lines from {@code // [name]} to {@code // [end]}, without the indent of the first. */
    private static String region(Path file, String name) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int start = lines.stream().map(String::strip).toList().indexOf("// [" + name + "]");
        assertThat(start).as("// [" + name + "] in " + file).isNotNegative();
        String indent = lines.get(start).substring(0, lines.get(start).indexOf("//"));
        StringBuilder text = new StringBuilder();
        for (String line : lines.subList(start + 1, lines.size())) {
            if (line.strip().equals("// [end]")) {
                break;
            }
            text.append(line.startsWith(indent) ? line.substring(indent.length()) : line)
                    .append('\n');
        }
        return text.toString();
    }

    /** Files that a recipe makes begin with New. */
    @Test
    void theFilesThatPagesNameExist() throws IOException {
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (Path page : pages()) {
            Matcher m = NAMED.matcher(Files.readString(page));
            while (m.find()) {
                Path file = Path.of(m.group(1));
                if (file.getFileName().toString().startsWith("New")) {
                    continue;
                }
                found++;
                if (!Files.exists(file)) {
                    missing.add(page + ": " + file);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(20);
    }

    /** A numbered line is a file to touch. */
    @Test
    void aRecipeTouchesAsManyFilesAsItSays() throws IOException {
        String text = Files.readString(DOCS.resolve("extending.md"));
        List<Integer> files = new ArrayList<>();
        Matcher recipe = RECIPE.matcher(text);
        while (recipe.find()) {
            long numbered = recipe.group(2)
                    .lines()
                    .filter(l -> l.matches("\\d+\\. `src/.*"))
                    .count();
            assertThat(numbered).as(recipe.group()).isEqualTo(Long.parseLong(recipe.group(1)));
            files.add((int) numbered);
        }
        assertThat(files)
                .as("offer type, trigger, guardrail, input, published table, ranking feature")
                .hasSize(6);
        assertThat(files.get(0)).isLessThanOrEqualTo(6);
        assertThat(files.get(2)).isLessThanOrEqualTo(3);
        assertThat(files.get(3)).isLessThanOrEqualTo(3);
        assertThat(files.get(4)).isLessThanOrEqualTo(5);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(DOCS)) {
            return docs.filter(p -> p.toString().endsWith(".md")).sorted().toList();
        }
    }
}
