package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of files as somebody would try it: what {@code init} writes of it, and what a night of that knows. */
final class ProposedNight {
    private final Path folder;
    private final Path conf;

    ProposedNight(Path folder) {
        this.folder = folder;
        this.conf = folder.resolve("proposed.conf");
    }

    /** What {@code init} writes. */
    String proposed() throws IOException {
        Command init = Command.run("init", folder.toString(), "--out", conf.toString());
        assertThat(init.exitCode()).as(init.err()).isZero();
        return Files.readString(conf);
    }

    /**
     * The stages of a night with what was proposed, in the zone of UTC.
     *
     * @param answers lines that are written below it
     */
    SampleNight run(String asOf, List<String> stages, String... answers) throws IOException {
        Files.writeString(
                conf,
                Files.readString(conf) + "\nrun { as_of = " + asOf + ", zone = UTC }\n" + String.join("\n", answers)
                        + "\n");
        return SampleNight.stages(stages, conf, folder, "proposed").asOf(asOf);
    }

    void write(String name, CharSequence rows) throws IOException {
        Files.writeString(folder.resolve(name), rows.toString());
    }
}
