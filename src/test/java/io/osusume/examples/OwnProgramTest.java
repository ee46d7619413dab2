package io.osusume.examples;

import static io.osusume.TestSession.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Five baskets of two shoppers, small enough to work everything out by hand. */
class OwnProgramTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static Dataset<Row> own() {
        return TestSession.rows(
                "basket STRING, shopper STRING, article STRING, at TIMESTAMP, pieces INT, price DOUBLE",
                line("1", "ann", "bread", "2026-01-10", 300),
                line("1", "ann", "butter", "2026-01-10", 700),
                line("2", "ann", "bread", "2026-02-10", 300),
                line("2", "ann", "butter", "2026-02-10", 700),
                line("3", "ann", "bread", "2026-03-10", 300),
                line("3", "ann", "butter", "2026-03-10", 700),
                line("4", "ann", "bread", "2026-04-10", 300),
                line("4", "ann", "tea", "2026-04-10", 700),
                line("5", "bob", "tea", "2026-05-10", 700));
    }

    private static Row line(String basket, String shopper, String article, String day, double price) {
        return row(basket, shopper, article, Timestamp.valueOf(day + " 12:00:00"), 1, price);
    }

    /** Bread is in four of five baskets, butter in three, both in three: confidence 3/4, lift 3/4 ÷ 3/5. */
    @Test
    void breadGoesWithButter() {
        List<Row> rules =
                OwnProgram.boughtWith("bread", OwnProgram.lines(own()), AS_OF).collectAsList();

        assertThat(rules).hasSize(1);
        assertThat(rules.get(0).getString(0)).isEqualTo("butter");
        assertThat(rules.get(0).getLong(1)).isEqualTo(3);
        assertThat(rules.get(0).getDouble(2)).isEqualTo(0.75);
        assertThat(rules.get(0).getDouble(3)).isCloseTo(1.25, within(1e-9));
    }

    /**
     * Ann's four orders of 1,000 yen within the first year: the plain formula says 4 a year × 1,000 × 3 years × margin 0.3 =
     * 3,600. Too few shoppers for a model, so what is to come of 365 days is her own rate: 4 / 365.25 × 365 × 1,000 × 0.3.
     */
    @Test
    void annIsWorthHerOwnRate() {
        Row ann = OwnProgram.values(OwnProgram.lines(own()), AS_OF).stream()
                .filter(r -> r.getString(0).equals("ann"))
                .findFirst()
                .orElseThrow();

        assertThat(ann.getString(1)).isEqualTo("historic");
        assertThat(ann.getDecimal(3)).isEqualByComparingTo(BigDecimal.valueOf(3600));
        assertThat(ann.getDecimal(2).doubleValue()).isCloseTo(1199.1786, within(0.0001));
    }
}
