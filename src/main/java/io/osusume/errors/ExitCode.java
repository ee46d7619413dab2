package io.osusume.errors;

/** What the process tells the scheduler. */
public enum ExitCode {
    PUBLISHED(0),
    BUG(1),
    CONFIGURATION(2),
    DATA(3),
    LOCKED(4),
    /** A night swings further than it may: it is a plan that waits for a person. */
    HELD(5);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
