package io.osusume.intake.source;

import io.osusume.intake.profile.FirstBytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Tells a file that is read as text and is none. */
final class OtherKind {
    private OtherKind() {}

    /** What the file is, in the rest of a sentence, with the line to write; empty where it may be text. */
    static Optional<String> of(Path file, String key, Configuration hadoop) throws IOException {
        try (InputStream in = CsvProbe.bytes(file, hadoop)) {
            return FirstBytes.of(in.readNBytes(FirstBytes.LOOKED_AT), file.getName())
                    .map(kind -> kind.what() + kind.setting().formatted(key));
        }
    }
}
