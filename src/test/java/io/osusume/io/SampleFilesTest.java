package io.osusume.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.sample.SampleConfig;
import io.osusume.sample.SampleWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTest {
    private static final Path COMMITTED = Path.of("sample-data");

    @TempDir
    Path folder;

    @Test
    void theCommittedSampleIsWhatTheGeneratorMakes() throws IOException {
        write(3_000, SampleConfig.of(3_000, 1));

        List<String> names = csvFiles(COMMITTED);
        assertThat(files(folder)).as("no other file is left behind").isEqualTo(names);
        assertThat(names).hasSize(11);
        long bytes = 0;
        for (String name : names) {
            assertThat(folder.resolve(name))
                    .as("regenerate sample-data with scripts/osusume sample: " + name)
                    .hasSameBinaryContentAs(COMMITTED.resolve(name));
            bytes += Files.size(COMMITTED.resolve(name));
        }
        assertThat(bytes).isLessThanOrEqualTo(5_000_000);
    }

    @Test
    void aLargeWorldIsADirectoryAnInputAndReplacesASmallOne() throws IOException {
        Files.writeString(folder.resolve("orders.csv"), "of a smaller world");
        write(SampleFiles.SMALL + 1, SampleConfig.of(32, 1));

        assertThat(csvFiles(folder)).isEmpty();
        assertThat(files(folder)).hasSize(11).contains("orders", "offer_events");
        assertThat(TestSession.spark()
                        .read()
                        .option("header", true)
                        .csv(folder.resolve("customers").toString())
                        .count())
                .isEqualTo(32 + 22 + 1);
    }

    private void write(long customers, SampleConfig config) throws IOException {
        new SampleFiles(folder.toString(), TestSession.spark().sparkContext().hadoopConfiguration())
                .write(SampleWorld.generate(TestSession.spark(), config).byName(), customers);
    }

    private static List<String> csvFiles(Path folder) throws IOException {
        return files(folder).stream().filter(name -> name.endsWith(".csv")).toList();
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
