package io.osusume.config;

import java.util.regex.Pattern;

/** Keeps secrets out of everything that is printed. */
final class Secrets {
    static final String MASK = "****";
    private static final Pattern SECRET_KEY =
            Pattern.compile("(?i)(password|passwd|secret|token|credential|private.?key|access.?key|api.?key)");
    private static final Pattern SECRET_IN_URL =
            Pattern.compile("(?i)((?:password|pwd|secret|token|key)=)[^&;\\s]+|(://[^:/@\\s]+:)[^@\\s]+(?=@)");

    private Secrets() {}

    /** The value as it may be shown: wholly masked where the key names a secret, else with secrets inside URLs masked. */
    static String masked(String key, Object value) {
        if (SECRET_KEY.matcher(key).find()) {
            return MASK;
        }
        return SECRET_IN_URL
                .matcher(String.valueOf(value))
                .replaceAll(m -> (m.group(1) == null ? m.group(2) : m.group(1)) + MASK);
    }
}
