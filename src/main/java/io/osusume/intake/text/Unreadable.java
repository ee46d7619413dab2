package io.osusume.intake.text;

/** A text that cannot be read as what it should be; the message says so in plain words. */
public final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private static final int SHOWN = 80;

    Unreadable(String text, String what) {
        super("'" + shown(text) + "' is " + what);
    }

    /** A text as it is shown in a message: no control characters, and not too long. */
    public static String shown(String text) {
        String plain = text.replaceAll("\\p{Cc}", "␣");
        int end = plain.length() <= SHOWN
                ? plain.length()
                : plain.offsetByCodePoints(0, Math.min(SHOWN, plain.codePointCount(0, plain.length())));
        return end == plain.length() ? plain : plain.substring(0, end) + "… (" + text.length() + " characters)";
    }
}
