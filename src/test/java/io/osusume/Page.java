package io.osusume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page that is made from the code: a test fails while it is stale, and makes it anew when it is asked to. */
public final class Page {
    /** How to run a test so that it writes what it otherwise compares. */
    private static final String WRITE = "osusume.write";

    private Page() {}

    public static boolean isWritten() {
        return Boolean.getBoolean(WRITE);
    }

    /** Fails unless the file holds the text, saying how to renew it by the test. */
    public static void assertNotStale(Path page, String text, Class<?> test) throws IOException {
        if (isWritten()) {
            Files.writeString(page, text);
        }
        assertThat(page)
                .as("%s is stale; mvn test -Dtest=%s -D%s=true makes it anew", page, test.getSimpleName(), WRITE)
                .hasContent(text);
    }
}
