package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.intake.Inputs;
import io.osusume.intake.Intake;
import io.osusume.io.Progress;
import io.osusume.io.Run;
import io.osusume.io.Stages;
import io.osusume.io.Warehouse;
import io.osusume.tables.Offers;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A folder of files as somebody would try it: what {@code init} writes of it, and what a night of that knows. */
final class ProposedNight {
    private final Path folder;
    private final Path conf;

    ProposedNight(Path folder) {
        this.folder = folder;
        this.conf = folder.resolve("proposed.conf");
    }

    void write(String name, CharSequence rows) throws IOException {
        write(name, rows, StandardCharsets.UTF_8);
    }

    void write(String name, CharSequence rows, Charset encoding) throws IOException {
        Files.writeString(folder.resolve(name), rows.toString(), encoding);
    }

    /**
     * What {@code init} writes, instead of what it wrote before.
     *
     * @param exports the folder where nothing is given
     */
    String proposed(Path... exports) throws IOException {
        init(exports);
        return Files.readString(conf);
    }

    /** How {@code init} ended: well. */
    Command init(Path... exports) throws IOException {
        Files.deleteIfExists(conf);
        Stream<Path> read = exports.length == 0 ? Stream.of(folder) : Stream.of(exports);
        Command init =
                Command.run(Stream.of(Stream.of("init"), read.map(Path::toString), Stream.of("--out", conf.toString()))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
        assertThat(init.exitCode()).as(init.err()).isZero();
        return init;
    }

    /** Puts an answer in the place of what was proposed. */
    void answer(String proposed, String answer) throws IOException {
        String text = Files.readString(conf);
        assertThat(text).contains(proposed);
        Files.writeString(conf, text.replace(proposed, answer));
    }

    /**
     * The stages of a night with what was proposed, in the zone of UTC.
     *
     * @param answers lines that are written below it
     */
    SampleNight run(String asOf, List<String> stages, String... answers) throws IOException {
        // The tests of other classes run in this session too: its zone is theirs.
        Files.writeString(
                conf,
                Files.readString(conf) + "\nrun { as_of = " + asOf + ", zone = UTC }\n" + String.join("\n", answers)
                        + "\n");
        return SampleNight.stages(stages, conf, folder, "proposed").asOf(asOf);
    }

    /** What a night of that day, with what was proposed, knows after reading. */
    <T> T read(LocalDate day, Function<Inputs, T> known) {
        List<String> here = List.of("warehouse.path=" + folder.resolve("warehouse"));
        OsusumeConfig config = ConfigLoader.load(Optional.of(conf), here).config();
        Warehouse warehouse = new Warehouse(TestSession.spark(), config.warehouse());
        try (Run run = warehouse.begin("test", day);
                Stages stages = new Stages(run, new Silent())) {
            return known.apply(new Intake(TestSession.spark(), config, run, stages)
                    .read(new Intake.Request(
                            day, day, false, Set.of(), Optional.empty(), warehouse.history(day, Offers.TABLE))));
        }
    }

    private static final class Silent implements Progress {
        @Override
        public void begins(int number, String stage) {}

        @Override
        public void ends(int number, String stage, Duration took, long rows) {}
    }
}
