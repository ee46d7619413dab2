package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Twenty customers who would get a lamp, or a set with a lamp in it, and accept one of two; else a candle. */
class StockBoundTest {
    private static final String DECIDED = "target_type STRING, target_id STRING, offer_type STRING, product_id STRING,"
            + " bundle_id STRING, bundle_items ARRAY<STRING>, rank_score DOUBLE, p_accept DOUBLE, arm STRING, stopped STRING";

    private static Dataset<Row> targets() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(RowFactory.create("customer", "c%02d".formatted(i)));
        }
        return TestSession.spark().createDataFrame(rows, StructType.fromDDL("target_type STRING, target_id STRING"));
    }

    /** Every third is offered the set; the first customer is in control. */
    private static Dataset<Row> decide(Dataset<Row> targets) {
        List<Row> rows = new ArrayList<>();
        for (Row target : targets.collectAsList()) {
            String id = target.getAs("target_id");
            int number = Integer.parseInt(id.substring(1));
            String[] set = number % 3 == 2 ? new String[] {"lamp", "bulb"} : null;
            String subject = set == null ? "lamp" : "lit";
            boolean capped = List.of(targets.columns()).contains("capped")
                    && target.getAs("capped") != null
                    && target.<String>getList(target.fieldIndex("capped")).contains(subject);
            rows.add(RowFactory.create(
                    "customer",
                    id,
                    "cross_sell",
                    capped ? "candle" : set == null ? "lamp" : null,
                    capped || set == null ? null : "lit",
                    capped ? null : set,
                    100.0 - number,
                    .5,
                    number == 0 ? "control" : "treated",
                    null));
        }
        return TestSession.spark().createDataFrame(rows, StructType.fromDDL(DECIDED));
    }

    private static Set<String> withLamp(Integer lamps) {
        Dataset<Row> priced = TestSession.spark()
                .createDataFrame(
                        List.of(
                                RowFactory.create("lamp", lamps == null ? null : BigDecimal.valueOf(lamps)),
                                RowFactory.create("candle", null)),
                        StructType.fromDDL("product_id STRING, stock DECIMAL(18,4)"));
        Set<String> who = new TreeSet<>();
        decide(StockBound.hold(targets(), priced, StockBoundTest::decide))
                .where("coalesce(product_id, 'x') <> 'candle'")
                .collectAsList()
                .forEach(r -> who.add(r.getAs("target_id")));
        return who;
    }

    /** Of six offers at one half three are taken, alone or in the set; control takes none. */
    @Test
    void noMoreIsOfferedThanIsThere() {
        assertThat(withLamp(3)).containsExactly("c00", "c01", "c02", "c03", "c04", "c05", "c06");
    }

    @Test
    void unknownIsNoBound() {
        assertThat(withLamp(null)).hasSize(20);
    }
}
