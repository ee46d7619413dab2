package io.osusume.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.doctor.Finding.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String CUSTOMERS = "inputs.customers.";

    @Test
    void aSecretThatIsSetPassesAndIsNeverSaid() {
        List<Finding> findings = findings("hunter2");
        assertThat(findings).anySatisfy(f -> {
            assertThat(f.level()).isEqualTo(Level.PASS);
            assertThat(f.says()).isEqualTo("inputs.customers.options.password is set");
        });
        assertThat(findings.toString()).doesNotContain("hunter2");
    }

    @Test
    void anEmptySecretFails() {
        assertThat(findings("")).anySatisfy(f -> {
            assertThat(f.level()).isEqualTo(Level.FAIL);
            assertThat(f.says()).isEqualTo("inputs.customers.options.password is empty");
            assertThat(f.fix()).isEqualTo("set the environment variable that it is read from");
        });
    }

    @Test
    void aDatabaseWithoutItsDriverFailsWithTheArgumentThatBringsIt() {
        assertThat(findings("x")).anySatisfy(f -> {
            assertThat(f.level()).isEqualTo(Level.FAIL);
            assertThat(f.says()).isEqualTo("no JDBC driver for nosuchdb (inputs.customers)");
            assertThat(f.fix()).isEqualTo("OSUSUME_SUBMIT=\"--jars /path/to/the/driver.jar\"");
        });
    }

    @Test
    void tablesThatQueriesReadAreLookedAtToo() {
        assertThat(Secrets.findings(Trials.config(
                        "sources.crm.format=jdbc",
                        "sources.crm.options.url=jdbc:nosuchdb://db/crm",
                        "sources.crm.options.dbtable=people",
                        "sources.crm.options.password=")))
                .extracting(Finding::says)
                .containsExactly("sources.crm.options.password is empty", "no JDBC driver for nosuchdb (sources.crm)");
    }

    private static List<Finding> findings(String password) {
        return Secrets.findings(Trials.config(
                CUSTOMERS + "format=jdbc",
                CUSTOMERS + "options.url=jdbc:nosuchdb://db/crm",
                CUSTOMERS + "options.dbtable=customers",
                CUSTOMERS + "options.password=" + password));
    }
}
