package io.osusume.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseable;

/** Includes that must be there: the library's own leave out silently what they do not find. */
final class Includes implements ConfigIncluder {
    private final ConfigIncluder library;

    Includes() {
        this(null);
    }

    private Includes(ConfigIncluder library) {
        this.library = library;
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return fallback == this ? this : new Includes(fallback);
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        ConfigParseable found = what.contains(":/") ? null : context.relativeTo(what);
        if (found == null) {
            return library.include(context, what);
        }
        try {
            return found.parse(context.parseOptions().setAllowMissing(false));
        } catch (ConfigException.IO e) {
            throw new ConfigException.IO(
                    found.origin(),
                    "include \"" + what + "\": " + found.origin().description()
                            + " does not exist. A name is looked for in the folder of the file that includes it.",
                    e);
        }
    }
}
