package io.osusume.doctor;

/**
 * One thing that was looked at.
 *
 * @param about what it is about, in a word or two
 * @param says what was found, with its figures
 * @param fix what to do; empty where nothing is to be done
 */
public record Finding(Level level, String about, String says, String fix) {
    /** How grave it is. */
    public enum Level {
        PASS,
        /** Neither good nor bad: what more could be known. */
        NOTE,
        WARN,
        /** The night would end with exit code 2: configuration, machine or place. */
        FAIL,
        /** The night would end with exit code 3: the data is not fit. */
        FAIL_DATA;

        public boolean fails() {
            return this == FAIL || this == FAIL_DATA;
        }
    }

    static Finding pass(String about, String says) {
        return new Finding(Level.PASS, about, says, "");
    }

    static Finding note(String about, String says) {
        return new Finding(Level.NOTE, about, says, "");
    }

    static Finding warn(String about, String says, String fix) {
        return new Finding(Level.WARN, about, says, fix);
    }

    static Finding fail(String about, String says, String fix) {
        return new Finding(Level.FAIL, about, says, fix);
    }

    static Finding failData(String about, String says, String fix) {
        return new Finding(Level.FAIL_DATA, about, says, fix);
    }
}
