package io.osusume.intake.source;

import io.osusume.intake.profile.Encodings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Which encoding a file that is no text in one may be in. */
final class EncodingHint {
    private static final int HEAD = 1 << 20;
    /** Bytes of strange lines that are enough to tell an encoding by. */
    private static final int ENOUGH = 1 << 16;

    private EncodingHint() {}

    /** The encoding in which the file, or else those lines of it that are no text in the given one, reads as text. */
    static Optional<String> of(Path file, Charset given, Configuration hadoop) {
        try (InputStream in = CsvProbe.bytes(file, hadoop)) {
            byte[] head = in.readNBytes(HEAD);
            Optional<String> whole = other(head, given);
            return whole.isPresent() ? whole : other(strange(head, in, given), given);
        } catch (IOException e) {
            return Optional.empty(); // only a hint: what cannot be read is told where it is read
        }
    }

    private static Optional<String> other(byte[] bytes, Charset given) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        String name = Encodings.of(bytes);
        Charset found = Charset.forName(name);
        return found.equals(given) || isDamaged(new String(bytes, found)) ? Optional.empty() : Optional.of(name);
    }

    /** The lines that are no text in an encoding, some of them. */
    private static byte[] strange(byte[] head, InputStream rest, Charset given) throws IOException {
        ByteArrayOutputStream strange = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] block = head;
        while (block.length > 0 && strange.size() < ENOUGH) {
            for (byte b : block) {
                line.write(b);
                if (b == '\n') {
                    strange.write(isDamaged(line.toString(given)) ? line.toByteArray() : new byte[0]);
                    line.reset();
                }
            }
            block = rest.readNBytes(HEAD);
        }
        return strange.toByteArray();
    }

    /** Whether a text holds what no text does: the sign for bytes that are none, control characters of Latin-1, or NUL. */
    static boolean isDamaged(String text) {
        return text.chars().anyMatch(c -> c == '\ufffd' || (c >= 0x80 && c <= 0x9f) || c == 0);
    }
}
