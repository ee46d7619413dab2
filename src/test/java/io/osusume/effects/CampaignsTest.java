package io.osusume.effects;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.TestSession;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Effects;
import io.osusume.tables.Episodes;
import io.osusume.tables.Offers;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** A campaign before the first night: each of the treated got the mouse on 2026-05-02, one of the control by mistake. */
class CampaignsTest {
    private final MadeUpTrial trial = new MadeUpTrial();

    @Test
    void isComparedByTheArmsThatTheCompanyGives() {
        OsusumeConfig config = trial.config();
        assertThat(Campaigns.areKnown(trial.facts(config))).isFalse();
        trial.giveArms();
        for (int i = 1; i <= MadeUpTrial.CUSTOMERS; i++) {
            if (!MadeUpTrial.isControl(i) || i == 5) {
                trial.offerEvent(i, "delivered", "2026-05-02 09:00:00");
            }
        }
        Facts facts = trial.facts(config);
        assertThat(Campaigns.areKnown(facts)).isTrue();

        Dataset<Row> first = new Campaigns("baseline", MadeUpTrial.AS_OF).of(facts);
        Dataset<Row> nothing = new EpisodeLog(400, MadeUpTrial.AS_OF)
                .carry(first, TestSession.spark().createDataFrame(List.of(), offers()), facts);
        List<Row> episodes = nothing.collectAsList();

        assertThat(episodes).hasSize(300).allSatisfy(e -> {
            assertThat(e.<Boolean>getAs(Episodes.IS_DRAWN)).isFalse();
            assertThat(e.<Date>getAs(Episodes.FIRST_DAY)).isEqualTo(Date.valueOf("2026-05-01"));
        });
        List<Row> found =
                new Measuring(config, MadeUpTrial.AS_OF).of(nothing, facts).collectAsList();
        Row mouse = found.stream()
                .filter(r -> r.getAs(Effects.PRODUCT_ID).equals("mouse"))
                .filter(r -> r.getAs(Effects.OUTCOME).equals("taken"))
                .findFirst()
                .orElseThrow();
        assertThat(mouse.<Double>getAs(Effects.MEAN_TREATED)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(mouse.<Double>getAs(Effects.MEAN_CONTROL)).isCloseTo(.5, within(1e-12));
        assertThat(mouse.<Double>getAs(Effects.SHARE_DELIVERED)).isEqualTo(1);
        assertThat(mouse.<Object>getAs(Effects.SRM_P_VALUE)).isNull();
        assertThat(EpisodeNotes.of(nothing)).singleElement().asString().contains("that 1 offers were delivered");
    }

    private static StructType offers() {
        return Offers.TABLE.schema();
    }

    @Test
    void anArmThatChangedIsTold() {
        assertThat(EpisodeNotes.of(trial.episodes())).isEmpty();
        Dataset<Row> changed = trial.episodes()
                .withColumn(
                        Episodes.ARM_NOW,
                        when(col(Episodes.CUSTOMER_ID).equalTo("c005"), "treated")
                                .otherwise(col(Episodes.ARM)));

        assertThat(EpisodeNotes.of(changed))
                .singleElement()
                .asString()
                .startsWith("The arm of 1 of 300 episodes changed");
        assertThat(EpisodeNotes.of(trial.episodes().limit(0))).isEmpty();
    }
}
