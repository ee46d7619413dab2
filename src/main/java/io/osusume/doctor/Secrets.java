package io.osusume.doctor;

import io.osusume.config.OsusumeConfig;
import io.osusume.config.SourceConfig;
import io.osusume.tables.Input;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Databases: whether their secrets are set and their drivers are there. No value is ever said. */
final class Secrets {
    private static final List<String> WORDS = List.of("password", "secret", "token", "accesskey", "access_key");

    private Secrets() {}

    static List<Finding> findings(OsusumeConfig config) {
        Map<String, SourceConfig> sources = new LinkedHashMap<>();
        new TreeMap<>(config.sources()).forEach((name, source) -> sources.put("sources." + name, source));
        Input.all()
                .forEach(i ->
                        sources.put("inputs." + i.name(), config.inputs().of(i).source()));
        List<Finding> findings = new ArrayList<>();
        sources.forEach((key, source) -> {
            new TreeMap<>(source.options())
                    .forEach((option, value) -> secret(key + ".options." + option, value, findings));
            driver(key, source.options(), findings);
        });
        return findings;
    }

    private static void secret(String key, String value, List<Finding> findings) {
        String lower = key.toLowerCase(Locale.ROOT);
        if (WORDS.stream().noneMatch(lower::contains)) {
            return;
        }
        findings.add(
                value.isBlank()
                        ? Finding.fail("secret", key + " is empty", "set the environment variable that it is read from")
                        : Finding.pass("secret", key + " is set"));
    }

    private static void driver(String key, Map<String, String> options, List<Finding> findings) {
        String url = options.get("url");
        if (url == null || !url.startsWith("jdbc:")) {
            return;
        }
        String kind = url.split(":", 3)[1];
        try {
            DriverManager.getDriver(url);
            findings.add(Finding.pass("driver", kind + " for " + key));
        } catch (SQLException e) {
            findings.add(Finding.fail(
                    "driver",
                    "no JDBC driver for " + kind + " (" + key + ")",
                    "OSUSUME_SUBMIT=\"--jars /path/to/the/driver.jar\""));
        }
    }
}
