package io.osusume.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** reference.conf says of every setting what its component says. */
class ReferenceConfTest {
    private final Manual manual = new Manual();

    @Test
    void everySettingHasADefaultAndEveryDefaultIsASetting() {
        assertThat(manual.written()).isEqualTo(Manual.read());
    }

    @Test
    void everySettingHasAComment() {
        assertThat(manual.entries())
                .filteredOn(e -> !e.isBlock())
                .allSatisfy(e -> assertThat(manual.above(e)).as(e.key()).isNotEmpty());
    }

    @Test
    void behindEveryValueStandUnitAndRangeOfItsComponent() {
        assertThat(manual.entries().stream()
                        .filter(e -> !manual.behind(e).equals(Words.of(e.setting())))
                        .map(e -> "line " + e.line() + ": behind " + e.key() + " write # " + Words.of(e.setting())))
                .isEmpty();
    }

    /** A window's opens stands in ten lines; its unit and range are told once, as {@code opens (days, -366 to 366)}. */
    @Test
    void ofRecordsThatSeveralSettingsShareUnitAndRangeAreToldInTheComments() {
        for (Class<?> type : Manual.SHARED) {
            for (Setting part : Setting.of(type)) {
                List<String> told = new ArrayList<>();
                Matcher m =
                        Pattern.compile("\\b" + part.key() + " \\(([^)]*)\\)").matcher(manual.text());
                while (m.find()) {
                    told.add(m.group(1));
                }
                assertThat(told)
                        .as(part.key())
                        .containsOnly(Words.of(part).isEmpty() ? new String[0] : new String[] {Words.of(part)});
            }
        }
    }

    @Test
    void whatWasRenamedIsGoneAndItsNewNameIsThere() {
        assertThat(Manual.read())
                .doesNotContainAnyElementsOf(RenamedKeys.ALL.keySet())
                .containsAll(RenamedKeys.ALL.values());
    }

    /** A page that tells people to set {@code ranker.max_exmaples} sends them into an error. */
    @Test
    void settingsThatThePagesNameExist() throws IOException {
        Set<String> sections = Manual.read().stream()
                .filter(key -> key.contains("."))
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (Path page : pages()) {
            Matcher m = Pattern.compile("`((\\w+)\\.[\\w.]+)`").matcher(Files.readString(page));
            while (m.find()) {
                if (sections.contains(m.group(2)) && !isSetting(m.group(1))) {
                    unknown.add(page + ": " + m.group(1));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** Keys of blocks, such as offers.max_per_type.bundle, are settings as well. */
    private boolean isSetting(String key) {
        return Manual.read().contains(key)
                || RenamedKeys.ALL.containsKey(key)
                || manual.maps().stream().anyMatch(map -> key.startsWith(map + "."));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs.filter(page -> page.toString()
                            .endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }
}
