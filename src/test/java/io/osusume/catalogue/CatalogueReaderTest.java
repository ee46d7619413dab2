package io.osusume.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.CutOff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What is heavy use of a product. */
class CatalogueReaderTest {
    private static final String USE = "product_id STRING, metric STRING, use_28d DOUBLE, capacity DOUBLE";

    @Test
    void aQuantileNeedsCustomersBeyondIt() {
        CatalogueReader reader = new CatalogueReader(CutOff.quantile(.9));
        // Of 1 to 20 the .9 quantile lies at 1 + .9 · 19 = 18.1.
        assertThat(reader.marks(users(20, 0))).isEqualTo(Map.of("p", Map.of("hours", 18.1)));
        assertThat(reader.marks(users(19, 0))).isEmpty();
        // Nothing measured in 28 days is no use.
        assertThat(reader.marks(users(19, 5))).isEmpty();
        assertThat(new CatalogueReader(CutOff.absolute(7)).marks(users(1, 0)))
                .isEqualTo(Map.of("p", Map.of("hours", 7.0)));
    }

    private static Dataset<Row> users(int measured, int not) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= measured + not; i++) {
            rows.add(TestSession.row("p", "hours", i <= measured ? (Double) (double) i : null, null));
        }
        return TestSession.rows(USE, rows.toArray(Row[]::new));
    }
}
