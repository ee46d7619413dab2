package io.osusume.config;

import com.typesafe.config.ConfigUtil;

/** Lines of a configuration file, as messages propose them. */
public final class Hocon {
    private Hocon() {}

    /** A text as a value in quotes, whatever stands in it. */
    public static String quoted(String text) {
        return ConfigUtil.quoteString(text);
    }
}
