package io.osusume;

import java.time.Duration;

/** Told how a night gets on, so that a person can watch it. */
public interface Progress {
    /** A stage begins: the {@code number}-th of {@code of}. */
    void begins(int number, int of, String stage);

    /** The stage is done: how long it took and how many rows it wrote. */
    void ends(int number, int of, String stage, Duration took, long rows);

    /** Something the person should know: what is absent, what looks odd. */
    void note(String text);
}
