package io.osusume.night;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A world like the sample's, of 200 customers, and its night: for tests that need several nights. */
final class SmallWorld {
    /** So that these nights learn, but not long; and of so few rows, some that are bad are many. */
    static final List<String> SETTINGS = List.of(
            "ranker.training.trees=10",
            "ranker.training.windows=2",
            "ranker.training.min_positives=100",
            "ranker.factors=8",
            "quality.max_reject_rate=0.5");

    static final Path DATA = generated();

    /** Nobody publishes into its warehouse. */
    static final SampleNight NIGHT = SampleNight.over(DATA, "small", SETTINGS.toArray(String[]::new));

    private SmallWorld() {}

    /** Its night in a warehouse of one's own. */
    static Path warehouseIn(Path folder) throws IOException {
        return copy(NIGHT.warehouse, folder.resolve("warehouse"));
    }

    /** Its files for one's own. */
    static Path dataIn(Path folder) throws IOException {
        return copy(DATA, folder.resolve("data"));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), COPY_ATTRIBUTES);
            }
        }
        return to;
    }

    private static Path generated() {
        try {
            Path data = Files.createTempDirectory(Path.of("target"), "small-sample-");
            assertThat(Command.run("sample", "--customers", "200", "--seed", "4", "--out", data.toString())
                            .exitCode())
                    .isZero();
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
