package io.osusume.intake.fuzz;

import io.osusume.config.InputConfig;
import java.util.List;

/**
 * Files as they were written, and what a reader must make of them.
 *
 * @param accepted the lines that must be read, with these values
 * @param rejected how many rows are broken
 * @param later how many lie after the as-of day
 * @param outcome what must become of it
 * @param story how it was written, to be shown where reading goes wrong
 */
record Written(InputConfig config, List<Line> accepted, int rejected, int later, Outcome outcome, String story) {
    /** What may become of files. */
    enum Outcome {
        READ,
        /** Nothing can be read of them: a person must be told. */
        TOLD,
        /** Damaged at random: read or told, and nothing else. */
        EITHER
    }
}
