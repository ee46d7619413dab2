package io.osusume.io;

import java.time.Duration;

/** Told how a night gets on, so that a person can watch it. */
public interface Progress {
    /** The {@code number}-th stage begins. */
    void begins(int number, String stage);

    /** The stage is done: how long it took and how many rows it wrote. */
    void ends(int number, String stage, Duration took, long rows);
}
