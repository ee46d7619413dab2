package io.osusume;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Public data that is not part of this repository: files of the folder that the environment names as OSUSUME_DATA. Where one
 * is missing, the test that asks for it is skipped, and either is printed, so that a check tells what it held and what not.
 */
public final class PublicData {
    private PublicData() {}

    /** The file, or an end of the test as skipped. */
    public static Path file(Class<?> test, String name) {
        String folder = System.getenv("OSUSUME_DATA");
        String missing = folder == null || folder.isBlank()
                ? "OSUSUME_DATA is not set"
                : Files.isReadable(Path.of(folder, name)) ? null : "OSUSUME_DATA has no " + name;
        System.out.println("Public data: " + test.getSimpleName()
                + (missing == null ? " runs on " + name : " skipped: " + missing));
        assumeTrue(missing == null, "skipped: " + missing);
        return Path.of(folder, name);
    }
}
