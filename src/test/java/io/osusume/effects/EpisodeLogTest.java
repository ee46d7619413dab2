package io.osusume.effects;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Episodes;
import io.osusume.tables.Offers;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Two nights of one customer, c001, who is offered a mouse. */
class EpisodeLogTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 20);
    private static final LocalDate SECOND = LocalDate.of(2026, 6, 30);

    private final MadeUpTrial trial = new MadeUpTrial();

    private static Dataset<Row> offer(String arm, double pAccept, Double pBuy) {
        Map<String, Object> row = new HashMap<>();
        row.put(Offers.OFFER_ROW_ID, "r1");
        row.put(Offers.TARGET_TYPE, "customer");
        row.put(Offers.TARGET_ID, "c001");
        row.put(Offers.CUSTOMER_ID, "c001");
        row.put(Offers.OFFER_TYPE, "cross_sell");
        row.put(Offers.PRODUCT_ID, "mouse");
        row.put(Offers.TRIGGER, "interest");
        row.put(Offers.LWP_SEGMENT, "ready");
        row.put(Offers.EXPERIMENT_ID, "baseline");
        row.put(Offers.ARM, arm);
        row.put(Offers.RANK, 1);
        row.put(Offers.P_ACCEPT, pAccept);
        row.put(Offers.P_BUY, pBuy);
        Row values = RowFactory.create(
                Arrays.stream(Offers.TABLE.schema().fieldNames()).map(row::get).toArray());
        return TestSession.spark().createDataFrame(List.of(values), nullable(Offers.TABLE.schema()));
    }

    /** The rows here tell less than a night does. */
    private static StructType nullable(StructType schema) {
        return new StructType(Arrays.stream(schema.fields())
                .map(f -> f.copy(f.name(), f.dataType(), true, f.metadata()))
                .toArray(StructField[]::new));
    }

    private Row night(LocalDate asOf, Dataset<Row> earlier, Dataset<Row> made) {
        OsusumeConfig config = trial.config();
        Facts facts = trial.facts(config);
        return new EpisodeLog(30, asOf)
                .carry(earlier, made, facts)
                .collectAsList()
                .get(0);
    }

    private static Dataset<Row> table(Row... rows) {
        return TestSession.spark().createDataFrame(List.of(rows), nullable(Episodes.TABLE.schema()));
    }

    @Test
    void anEpisodeStaysAsItWasOnItsFirstNight() {
        trial.offerEvent(1, "delivered", "2026-06-20 10:00:00"); // before the offer was there: another one's
        trial.offerEvent(1, "delivered", "2026-06-22 10:00:00");
        trial.offerEvent(1, "delivered", "2026-06-25 10:00:00");

        Row first = night(FIRST, table(), offer("treated", .1, null));
        Row second = night(SECOND, table(first), offer("control", .2, .3));

        assertThat(first.<Date>getAs(Episodes.FIRST_DAY)).isEqualTo(Date.valueOf(FIRST));
        assertThat(first.getList(first.fieldIndex(Episodes.ITEMS))).isEqualTo(List.of("mouse"));
        assertThat(second.<Date>getAs(Episodes.FIRST_DAY)).isEqualTo(Date.valueOf(FIRST));
        assertThat(second.<Date>getAs(Episodes.LAST_DAY)).isEqualTo(Date.valueOf(SECOND));
        assertThat(second.<Double>getAs(Episodes.P_ACCEPT)).isEqualTo(.1);
        assertThat(second.<Object>getAs(Episodes.P_BUY)).isNull(); // was not known then
        assertThat(second.<String>getAs(Episodes.ARM)).isEqualTo("treated");
        assertThat(second.<String>getAs(Episodes.ARM_NOW)).isEqualTo("control");
        assertThat(second.<Boolean>getAs(Episodes.IS_DRAWN)).isTrue();
        assertThat(second.<Date>getAs(Episodes.DELIVERED_ON)).isEqualTo(Date.valueOf("2026-06-22"));
    }

    /** Nights of 20, 21, 22 and 23 June, on which p_accept was .10, .11, .12 and .13; what was known of the delivery when. */
    @Test
    void acceptanceLearnsFromTheNightBeforeTheDelivery() {
        Row day20 = night(FIRST, table(), offer("treated", .10, null));
        Row day21 = night(FIRST.plusDays(1), table(day20), offer("treated", .11, null));
        assertThat(known(day21).<Double>getAs(Episodes.P_ACCEPT)).isEqualTo(.11);
        assertThat(known(day21).<Date>getAs(Episodes.NIGHT)).isEqualTo(Date.valueOf(FIRST.plusDays(1)));
        Row untold = night(FIRST.plusDays(2), table(day21), offer("treated", .12, null));

        trial.offerEvent(1, "delivered", "2026-06-22 10:00:00");
        Row told = night(FIRST.plusDays(2), table(day21), offer("treated", .12, null));
        assertThat(known(told).<Double>getAs(Episodes.P_ACCEPT)).isEqualTo(.11);
        Row kept = night(FIRST.plusDays(3), table(told), offer("treated", .13, null));
        assertThat(known(kept).<Double>getAs(Episodes.P_ACCEPT))
                .as("from then on")
                .isEqualTo(.11);
        assertThat(known(kept).<String>getAs(Episodes.TRIGGER)).isEqualTo("interest");

        Row late = night(FIRST.plusDays(3), table(untold), offer("treated", .13, null));
        assertThat(known(late).<Double>getAs(Episodes.P_ACCEPT))
                .as("of the night after the delivery nothing is learned")
                .isEqualTo(.10);
        assertThat(known(late).<Date>getAs(Episodes.NIGHT)).isEqualTo(Date.valueOf(FIRST));
    }

    private static Row known(Row episode) {
        return episode.getAs(Episodes.AS_DELIVERED);
    }

    @Test
    void oneThatIsNotMadeIsCarriedOnUntilItIsForgotten() {
        Row first = night(FIRST, table(), offer("treated", .1, null));
        Dataset<Row> nothing = offer("treated", .1, null).limit(0);

        Row carried = night(FIRST.plusDays(30), table(first), nothing);

        assertThat(carried.<Date>getAs(Episodes.LAST_DAY)).isEqualTo(Date.valueOf(FIRST));
        Facts facts = trial.facts(trial.config());
        assertThat(new EpisodeLog(30, FIRST.plusDays(31))
                        .carry(table(first), nothing, facts)
                        .count())
                .isZero();
    }
}
