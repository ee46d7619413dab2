package io.osusume.intake.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** What happens to a file on its way. */
final class Damage {
    private final Random random;

    Damage(Random random) {
        this.random = random;
    }

    /** Of a packed file: it ends before its end. */
    Written.Outcome cutOff(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
        return Written.Outcome.TOLD;
    }

    /** It ends anywhere, or some of its bytes are others, or it holds nothing but noise. */
    Written.Outcome anyhow(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (random.nextInt(3)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> {
                for (int i = 1 + random.nextInt(5); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            default -> random.nextBytes(bytes);
        }
        Files.write(file, bytes);
        return Written.Outcome.EITHER;
    }
}
