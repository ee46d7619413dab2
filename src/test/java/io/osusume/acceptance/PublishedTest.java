package io.osusume.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import io.osusume.config.AcceptanceConfig;
import io.osusume.features.TestFacts;
import io.osusume.tables.Acceptance;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PublishedTest {
    private static final AcceptanceConfig CONFIG = TestFacts.config(
                    "offers.acceptance.most_movement=0.2", "offers.acceptance.spread.type=0.5")
            .offers()
            .acceptance();

    private static AcceptanceModel night(Map<Term.Key, Double> before) {
        Asked asked = new Asked(OfferType.CROSS_SELL, Trigger.INTEREST, Segment.READY, .02, 1, List.of());
        Trial trial = new Trial(asked, true, new Outcome(1000, 120, 62.5, 110));
        return AcceptanceModel.learn(List.of(trial), CONFIG, .02, before);
    }

    @Test
    void whatIsPublishedIsReadAgainTheNextNight() {
        AcceptanceModel first = night(Map.of());
        Dataset<Row> table = Published.of(first, .9, TestSession.spark());
        Row type = table.where("term = 'type'").first();
        assertThat(type.<String>getAs(Acceptance.LEVEL)).isEqualTo("cross_sell · p_buy");
        double mean = type.getAs(Acceptance.MEAN);
        double sd = type.getAs(Acceptance.SD);
        assertThat(type.<Double>getAs(Acceptance.PRIOR_SD)).isEqualTo(.5);
        assertThat(type.<Double>getAs(Acceptance.LOW)).isCloseTo(mean - 1.6448536 * sd, within(1e-6));
        assertThat(type.<Double>getAs(Acceptance.HIGH)).isCloseTo(mean + 1.6448536 * sd, within(1e-6));
        assertThat(type.<Double>getAs(Acceptance.MOVED)).isEqualTo(mean);
        assertThat(type.<Long>getAs(Acceptance.TRIALS)).isEqualTo(1000);
        assertThat(type.<Long>getAs(Acceptance.TAKEN)).isEqualTo(120);
        assertThat(type.<Double>getAs(Acceptance.FORECAST)).isEqualTo(62.5);
        assertThat(type.<Long>getAs(Acceptance.FORECAST_TAKEN)).isEqualTo(110);
        assertThat(type.<Object>getAs(Acceptance.CENTRE)).isNull();
        // ln(.02/.98), where the slope of p_buy begins to count.
        assertThat(table.where("term = 'p_buy'").first().<Double>getAs(Acceptance.CENTRE))
                .isCloseTo(-3.8918203, within(1e-6));

        Map<Term.Key, Double> means = Published.means(table);
        assertThat(means)
                .hasSameSizeAs(first.coefficients())
                .containsEntry(new Term.Key("type", "cross_sell · p_buy"), mean);
        assertThat(night(means).coefficients())
                .allSatisfy(c -> assertThat(Math.abs(c.moved())).isLessThan(1e-8));
    }
}
