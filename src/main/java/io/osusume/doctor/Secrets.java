package io.osusume.doctor;

import io.osusume.config.InputConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Input;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Databases: whether their secrets are set and their drivers are there. No value is ever said. */
final class Secrets {
    private static final List<String> WORDS = List.of("password", "secret", "token", "accesskey", "access_key");

    private Secrets() {}

    static List<Finding> findings(OsusumeConfig config) {
        List<Finding> findings = new ArrayList<>();
        for (Input input : Input.all()) {
            InputConfig settings = config.inputs().of(input);
            settings.options()
                    .forEach((key, value) -> secret("inputs." + input.name() + ".options." + key, value, findings));
            driver(input, settings.options(), findings);
        }
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

    private static void driver(Input input, Map<String, String> options, List<Finding> findings) {
        String url = options.get("url");
        if (url == null || !url.startsWith("jdbc:")) {
            return;
        }
        String kind = url.split(":", 3)[1];
        try {
            DriverManager.getDriver(url);
            findings.add(Finding.pass("driver", kind + " for inputs." + input.name()));
        } catch (SQLException e) {
            findings.add(Finding.fail(
                    "driver",
                    "no JDBC driver for " + kind + " (inputs." + input.name() + ")",
                    "OSUSUME_SUBMIT=\"--jars /path/to/the/driver.jar\""));
        }
    }
}
