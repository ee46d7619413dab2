package io.osusume.config;

/**
 * One thing wrong with a setting.
 *
 * @param key the whole key, such as {@code rules.min_support}
 * @param value what stands there
 * @param reason why it cannot be used
 * @param fix what to write instead
 */
record Problem(String key, String value, String reason, String fix) {
    Problem under(String section) {
        return new Problem(section.isEmpty() ? key : section + "." + key, value, reason, fix);
    }
}
