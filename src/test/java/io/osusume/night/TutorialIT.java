package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.Slow;
import io.osusume.text.Wrapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the page of the first hour: each command of its {@code console} blocks, one after the other, against what it shows. A line …
 * stands for any lines, … within a line for any text. {@code -Dosusume.write=true} renews the figures of lines that say the
 * same otherwise.
 */
@Slow
class TutorialIT {
    private static final Path PAGE = Path.of("docs/tutorial.md");
    private static final Pattern BLOCK = Pattern.compile("(?<=```console\n)(.*?)(?=```)", Pattern.DOTALL);
    private static final Pattern SESSION = Pattern.compile("(?m)^(?=\\$ )");
    private static final Pattern WORDS = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final int WIDTH = 100;
    private static final String ANY = "…";

    /** Where the page's folder of one's own files lies. */
    @TempDir
    static Path folder;

    private static final boolean WRITE = Boolean.getBoolean("osusume.write");

    @Test
    void thePageShowsWhatItsCommandsPrint() throws IOException {
        String page = Files.readString(PAGE);
        StringBuilder renewed = new StringBuilder();
        Matcher block = BLOCK.matcher(page);
        int commands = 0;
        while (block.find()) {
            List<String> lines = new ArrayList<>();
            for (String session : SESSION.splitAsStream(block.group()).toList()) {
                if (!session.isBlank()) {
                    commands++;
                    lines.addAll(held(session.lines().toList()));
                }
            }
            block.appendReplacement(renewed, Matcher.quoteReplacement(String.join("\n", lines) + "\n"));
        }
        block.appendTail(renewed);
        assertThat(commands).isGreaterThan(9);
        if (WRITE) {
            Files.writeString(PAGE, renewed.toString());
        }
        assertThat(renewed.toString()).isEqualTo(Files.readString(PAGE));
    }

    /** A command and what it shows, once it was run and that was found. */
    private static List<String> held(List<String> session) {
        List<String> command = new ArrayList<>();
        int shown = 0;
        while (shown == 0 || session.get(shown - 1).endsWith("\\")) {
            command.add(session.get(shown++).replaceFirst("^\\$ ", "").replaceFirst("\\\\$", ""));
        }
        List<String> printed = run(String.join(" ", command)).lines().toList();
        List<String> told = new ArrayList<>(session.subList(0, shown));
        int at = 0;
        boolean anywhere = false;
        for (String line : session.subList(shown, session.size())) {
            if (line.equals(ANY)) {
                anywhere = true;
                told.add(line);
                continue;
            }
            int found = at;
            while (anywhere && found < printed.size() && !same(line, printed.get(found))) {
                found++;
            }
            assertThat(found < printed.size() && same(line, printed.get(found)))
                    .as(
                            "%s%nshows: %s%nprints:%n%s",
                            command, line, String.join("\n", printed.subList(at, printed.size())))
                    .isTrue();
            told.add(line.contains(ANY) ? line : printed.get(found));
            at = found + 1;
            anywhere = false;
        }
        assertThat(anywhere || at == printed.size())
                .as("%s prints more than is shown", command)
                .isTrue();
        return told;
    }

    private static boolean same(String shown, String printed) {
        String as = Pattern.compile(ANY)
                .splitAsStream(shown + "\n")
                .map(part -> Pattern.quote(part.stripTrailing()))
                .collect(Collectors.joining(".*"));
        return printed.stripTrailing().matches(as) || (WRITE && figures(shown).equals(figures(printed)));
    }

    /** Without its figures and the blanks that give them room. */
    private static String figures(String line) {
        return line.replaceAll("[0-9][0-9,.]*", "0").replaceAll("\\s+", " ").strip();
    }

    private static String run(String command) {
        if (command.equals("scripts/osusume nightly --conf conf/sample.conf")) {
            return onATerminal(there(Nights.NIGHT.command.out())); // which other tests read too
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORDS.matcher(command);
        while (word.find()) {
            words.add(here(word.group(1) == null ? word.group(2) : word.group(1)));
        }
        return switch (words.get(0)) {
            case "mkdir" -> made(Path.of(words.get(1)));
            case "duckdb" -> csv(words.get(words.size() - 1));
            case "scripts/osusume" -> osusume(words.subList(1, words.size()));
            default -> throw new AssertionError("no such command here: " + command);
        };
    }

    private static String made(Path path) {
        assertThat(path.toFile().mkdir()).isTrue();
        return "";
    }

    private static String osusume(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        if (all.contains("conf/sample.conf")) {
            all.addAll(List.of("--warehouse", Nights.NIGHT.warehouse.toString()));
        }
        Command done = Command.run(all.toArray(String[]::new));
        assertThat(done.err()).isEmpty();
        assertThat(done.exitCode()).isZero();
        String told = there(done.out());
        return arguments.contains("nightly") ? onATerminal(told) : told;
    }

    /** As a night prints it there: sentences, which have no columns, within a hundred of the terminal's. */
    private static String onATerminal(String told) {
        return told.lines()
                .flatMap(line -> {
                    int margin = line.length() - line.stripLeading().length();
                    return Wrapping.width(line) <= WIDTH || line.strip().contains("  ")
                            ? Stream.of(line)
                            : broken(Wrapping.lines(line, WIDTH - margin - 2), " ".repeat(margin));
                })
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> broken(List<String> lines, String margin) {
        return Stream.concat(
                Stream.of(margin + lines.get(0)), lines.stream().skip(1).map(line -> margin + "  " + line));
    }

    /** As DuckDB's own command line prints it. */
    private static String csv(String sql) {
        String read = sql.startsWith("COPY") ? sql : "SELECT * FROM (" + sql.replaceFirst(";$", "") + ")";
        List<String> lines = new ArrayList<>();
        if (!sql.startsWith("COPY")) {
            lines.add(String.join(",", Nights.NIGHT.column("SELECT column_name FROM (DESCRIBE " + read + ")")));
        }
        Nights.NIGHT.query(read).forEach(row -> lines.add(String.join(",", row)));
        return String.join("\n", lines);
    }

    /** The page's folders as those of this test. */
    private static String here(String text) {
        return text.replaceAll("\\bmine\\b", folder + "/mine")
                .replaceAll("(?<![/\\w-])warehouse/", Nights.NIGHT.warehouse + "/");
    }

    private static String there(String text) {
        return text.replace(folder + "/mine", "mine")
                .replace(Nights.NIGHT.warehouse.toAbsolutePath().toString(), "/home/you/osusume/warehouse")
                .replace(Nights.NIGHT.warehouse.toString(), "warehouse");
    }
}
