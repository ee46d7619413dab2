package io.osusume;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That {@link ArchitectureTest} has no blind spot, shown by cycles planted between any two packages; and the size of classes. */
class HouseRulesTest {
    private static final int MOST_LINES = 200;
    private static final List<String> PACKAGES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.osusume").stream()
                    .map(JavaClass::getPackageName)
                    .distinct()
                    .sorted()
                    .toList();

    @TempDir
    static Path planted;

    /** In each package a class that knows the ones planted in all the others, and one that knows those later in the alphabet. */
    @BeforeAll
    static void plant() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String name : PACKAGES) {
            sources.add(source(name, "Both", PACKAGES.stream().filter(o -> !o.equals(name))));
            sources.add(source(name, "Later", PACKAGES.stream().filter(o -> o.compareTo(name) > 0)));
        }
        sources.addAll(0, List.of("-proc:none", "-d", planted.toString()));
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, sources.toArray(String[]::new)))
                .isZero();
    }

    private static String source(String home, String type, Stream<String> others) throws IOException {
        Path file = planted.resolve(home + "-" + type).resolve(type + ".java");
        Files.createDirectories(file.getParent());
        String fields = others.map(o -> o + "." + type + " " + o.replace('.', '_') + ";")
                .collect(joining(" "));
        Files.writeString(file, "package " + home + "; public class " + type + " { " + fields + " }");
        return file.toString();
    }

    @Slow
    @Test
    void aCycleBetweenAnyTwoPackagesIsFound() {
        assertThat(PACKAGES)
                .contains("io.osusume", "io.osusume.cli", "io.osusume.ranking", "io.osusume.ranking.backtest");
        for (String a : PACKAGES) {
            for (String b : PACKAGES.subList(PACKAGES.indexOf(a) + 1, PACKAGES.size())) {
                assertThat(isCycle(a, b, "Both"))
                        .as(a + " and " + b + " know each other")
                        .isTrue();
                assertThat(isCycle(a, b, "Later")).as(a + " knows " + b).isFalse();
            }
        }
    }

    private static boolean isCycle(String a, String b, String type) {
        JavaClasses two = new ClassFileImporter().importPaths(file(a, type), file(b, type));
        assertThat(two).hasSize(2);
        return ArchitectureTest.PACKAGES_HAVE_NO_CYCLES.evaluate(two).hasViolation();
    }

    private static Path file(String home, String type) {
        return planted.resolve(home.replace('.', '/')).resolve(type + ".class");
    }

    @Test
    void noClassIsLongerThanAScreenOrThree() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".java")).toList();
            assertThat(all).hasSizeGreaterThan(300);
            assertThat(all.stream().filter(f -> lines(f) > MOST_LINES)).isEmpty();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
