package io.osusume.night;

import io.osusume.TestSession;
import io.osusume.cli.OsusumeCommand;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Carries out a command line as {@code main} would, on the tests' session. */
record Command(int exitCode, String out, String err) {

    /** What was printed, as one line: what is wider than a terminal is broken somewhere. */
    String told() {
        return out.replaceAll("\\s+", " ");
    }

    static Command run(String... arguments) {
        TestSession.spark();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = OsusumeCommand.execute(arguments, new PrintWriter(out), new PrintWriter(err));
        return new Command(code, out.toString(), err.toString());
    }
}
