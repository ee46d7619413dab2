package io.osusume.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.Slow;
import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Effects;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Expected figures were worked out by hand from {@link MadeUpTrial}'s rules. */
class MeasuringTest {
    private final MadeUpTrial trial = new MadeUpTrial();

    private List<Row> measured(String... settings) {
        OsusumeConfig config = trial.config(settings);
        return new Measuring(config, MadeUpTrial.AS_OF)
                .of(trial.episodes(), trial.facts(config))
                .collectAsList();
    }

    private static Row row(List<Row> rows, String type, String trigger, String outcome) {
        return rows.stream()
                .filter(r -> r.getAs(Effects.OFFER_TYPE).equals(type))
                .filter(r -> r.getAs(Effects.TRIGGER).equals(trigger))
                .filter(r -> r.getAs(Effects.OUTCOME).equals(outcome))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ratesAndMoneyOfBothArms() {
        List<Row> rows = measured();

        // In total, of the type and of the cell, four outcomes each.
        assertThat(rows).hasSize(12);
        for (Row found : List.of(
                row(rows, "all", "all", "taken"),
                row(rows, "cross_sell", "all", "taken"),
                row(rows, "cross_sell", "post_purchase", "taken"))) {
            assertThat(found.<Long>getAs(Effects.N_TREATED)).isEqualTo(240);
            assertThat(found.<Long>getAs(Effects.N_CONTROL)).isEqualTo(60);
            // 100 threes less the 20 fifteens, of 240; 30 tens of 60.
            assertThat(found.<Double>getAs(Effects.MEAN_TREATED)).isCloseTo(1.0 / 3, within(1e-12));
            assertThat(found.<Double>getAs(Effects.MEAN_CONTROL)).isCloseTo(.5, within(1e-12));
            assertThat(found.<Double>getAs(Effects.EFFECT)).isCloseTo(-1.0 / 6, within(1e-12));
            // Variances (1/3)(2/3) and (1/2)(1/2), each n/(n − 1) times, ÷ n.
            assertThat(found.<Double>getAs(Effects.STANDARD_ERROR))
                    .isCloseTo(Math.sqrt(2.0 / 9 / 239 + .25 / 59), within(1e-12));
            assertThat(found.<Object>getAs(Effects.SHARE_DELIVERED)).isNull();
            assertThat(found.<Double>getAs(Effects.SRM_P_VALUE)).isEqualTo(1);
        }
        Row revenue = row(rows, "all", "all", "revenue");
        assertThat(revenue.<Double>getAs(Effects.MEAN_TREATED)).isCloseTo(100.0 / 3, within(1e-9));
        // 100 − 60 a mouse.
        assertThat(row(rows, "all", "all", "margin").<Double>getAs(Effects.MEAN_CONTROL))
                .isCloseTo(20, within(1e-9));
    }

    @Test
    void onlyWhatFollowsTheFirstOfferCountsAndOnlyWithinItsDays() {
        trial.order(1, "mouse", "2026-05-01 23:00:00", "100"); // the first day itself
        trial.order(2, "mouse", "2026-05-12 10:00:00", "100"); // after the ten days of acceptance
        trial.order(4, "lamp", "2026-05-29 23:00:00", "50"); // the last day of the horizon, and another product
        trial.order(7, "lamp", "2026-05-30 01:00:00", "50"); // a day too late

        List<Row> rows = measured();

        assertThat(mean(rows, "taken"))
                .isCloseTo(80.0 / 240, within(.002)); // customer 1's purchase is known from before
        assertThat(mean(rows, "taken") * 240).isCloseTo(80, within(1e-9));
        assertThat(mean(rows, "ordered") * 240).isCloseTo(82, within(1e-9));
        assertThat(mean(rows, "revenue") * 240).isCloseTo(8000 + 100 + 50, within(1e-6));
        // The lamp has no cost: ltv.margin_rate of its price.
        double rate = trial.config().ltv().marginRate();
        assertThat(mean(rows, "margin") * 240).isCloseTo(80 * 40 + 40 + 50 * rate, within(1e-6));
    }

    private static double mean(List<Row> rows, String outcome) {
        return row(rows, "all", "all", outcome).<Double>getAs(Effects.MEAN_TREATED);
    }

    @Test
    void whatComesLaterCountsInItsOwnCellOnlyAndTheYoungWait() {
        for (int i = 1; i <= 100; i++) {
            trial.episode(
                    i,
                    "lamp",
                    "interest",
                    MadeUpTrial.isControl(i) ? "control" : "treated",
                    i <= 90 ? LocalDate.of(2026, 5, 20) : LocalDate.of(2026, 6, 3));
            trial.order(i, "lamp", "2026-05-22 10:00:00", "50");
        }

        List<Row> rows = measured();

        assertThat(mean(rows, "taken") * 240).isCloseTo(80, within(1e-9));
        Row lamps = row(rows, "cross_sell", "interest", "taken");
        assertThat(lamps.<Long>getAs(Effects.N_TREATED)).isEqualTo(72);
        assertThat(lamps.<Long>getAs(Effects.N_CONTROL)).isEqualTo(18);
        assertThat(lamps.<Long>getAs(Effects.N_WAITING)).isEqualTo(10);
        assertThat(lamps.<Double>getAs(Effects.MEAN_TREATED)).isEqualTo(1);
        assertThat(lamps.<String>getAs(Effects.VERDICT)).isEqualTo("not_judged");
        assertThat(lamps.<String>getAs(Effects.WHY)).isEqualTo("too_few_customers");
        assertThat(lamps.<Object>getAs(Effects.P_VALUE)).isNull();
    }

    @Slow
    @Test
    void saysWhyNothingIsJudged() {
        assertThat(why(measured("effects.horizon_days=61"))).isEqualTo("too_early");
        assertThat(why(measured("effects.least_customers=61"))).isEqualTo("too_few_customers");
        // 60 of 300 in control where a half was drawn.
        assertThat(why(measured("experiment.control_share=0.5"))).isEqualTo("sample_ratio");
        trial.offerEvent(1, "viewed", "2026-05-03 10:00:00");
        assertThat(why(measured())).isEqualTo("nothing_delivered");
        trial.removeControl();
        assertThat(why(measured("experiment.control_share=0"))).isEqualTo("nobody_in_control");
        trial.removeAll();
        assertThat(why(measured())).isEqualTo("nobody_offered");
    }

    private static String why(List<Row> rows) {
        Row total = row(rows, "all", "all", "taken");
        assertThat(total.<String>getAs(Effects.VERDICT)).isEqualTo("not_judged");
        return total.getAs(Effects.WHY);
    }

    @Test
    void anOutcomeMayBeABehaviourEvent() {
        for (int i = 1; i <= 300; i += 2) {
            trial.did(i, "visit", "2026-05-10 10:00:00");
            trial.did(i, "visit", "2026-05-11 10:00:00");
        }

        Row visits = row(measured("effects.outcomes=[visit]"), "all", "all", "visit");

        assertThat(visits.<Double>getAs(Effects.MEAN_TREATED)).isCloseTo(.5, within(1e-12));
        assertThat(visits.<Double>getAs(Effects.MEAN_CONTROL)).isCloseTo(.5, within(1e-12));
        assertThat(visits.<String>getAs(Effects.VERDICT)).isEqualTo("no_evidence_yet");
    }
}
