package io.osusume.errors;

/** An error that the person who runs Osusume can mend. Its message says what, where, why and how to mend it. */
public final class UserException extends RuntimeException {
    private final ExitCode exitCode;

    private UserException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The configuration, a path, a mapping or the command line is wrong: exit 2. */
    public static UserException configuration(String message) {
        return new UserException(ExitCode.CONFIGURATION, message, null);
    }

    public static UserException configuration(String message, Throwable cause) {
        return new UserException(ExitCode.CONFIGURATION, message, cause);
    }

    /** The data is not fit to publish from: exit 3, nothing published. */
    public static UserException data(String message) {
        return new UserException(ExitCode.DATA, message, null);
    }

    /** Another run holds the lock: exit 4. */
    public static UserException locked(String message) {
        return new UserException(ExitCode.LOCKED, message, null);
    }

    /** A night swings further than it may, and waits as a plan: exit 5, nothing published. */
    public static UserException held(String message) {
        return new UserException(ExitCode.HELD, message, null);
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
