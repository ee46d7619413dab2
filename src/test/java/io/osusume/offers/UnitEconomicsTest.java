package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.catalogue.Item;
import io.osusume.catalogue.Observed;
import io.osusume.catalogue.RetentionCurve;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked figures of the field, in yen a year: margin as revenue, nobody leaves, nothing discounted. */
class UnitEconomicsTest {
    private static final RetentionCurve FOREVER = new RetentionCurve(365.25 / 12, Double.NaN, Double.NaN, 1);

    private static final LocalDate AS_OF = LocalDate.parse("2026-06-30");

    private final UnitEconomics plain =
            new UnitEconomics(Shelf.config("ltv.discount_rate=0").ltv(), AS_OF);

    @Test
    void aPlanFromTenToThirtyThousandAMonthMoves120To360() {
        Item basic = plan(10_000, FOREVER);
        Item team = plan(30_000, FOREVER);
        assertThat(plain.staying(basic, 0)).isCloseTo(120_000, within(1e-6));
        assertThat(plain.staying(team, 0)).isCloseTo(360_000, within(1e-6));
        Proposal.Gain gain = plain.change(basic, team, UnitEconomics.Change.of(1, 150));
        assertThat(gain.deltaLtv()).isCloseTo(240_000, within(1e-6));
        assertThat(gain.margin()).isZero();
        assertThat(plain.change(basic, team, UnitEconomics.Change.of(3, 150)).deltaLtv())
                .isCloseTo(720_000, within(1e-6));
    }

    /** Nine days are left, one payment falls on the first of them; of 45 days two payments. */
    @Test
    void whatABetterPlanBringsEndsWithTheContract() {
        Item basic = plan(10_000, FOREVER);
        Item team = plan(30_000, FOREVER);
        UnitEconomics.Change change = UnitEconomics.Change.of(1, 0);
        double goesOn = plain.change(basic, team, change).deltaLtv();
        double nine = plain.change(basic, team, change.ending(9)).deltaLtv();
        double days45 = plain.change(basic, team, change.ending(45)).deltaLtv();
        assertThat(goesOn).isCloseTo(240_000, within(1e-6));
        assertThat(nine).isBetween(0.0, 20_000 + 1e-6);
        assertThat(days45 - nine).isCloseTo(20_000, within(1e-6));
        assertThat(plain.change(basic, team, change.ending(0)).deltaLtv()).isZero();
    }

    @Test
    void payrollBesideAccountingBringsAnother120() {
        assertThat(plain.sale(plan(10_000, FOREVER)).deltaLtv()).isCloseTo(120_000, within(1e-6));
    }

    @Test
    void goodsBringTheirMarginOnce() {
        Proposal.Gain gain = plain.sale(Shelf.goods("x", 1000, 300));
        assertThat(gain.margin()).isEqualTo(300);
        assertThat(gain.deltaLtv()).isZero();
    }

    @Test
    void survivalIsThatOfTheShiftedBetaGeometric() {
        // Fader and Hardie 2007, High End: α = 0.668, β = 3.806; 12 renewals are survived by 37.8 %.
        RetentionCurve highEnd = new RetentionCurve(365.25, 0.668, 3.806, Double.NaN);
        assertThat(highEnd.survival(0, 12, 1)).isCloseTo(.378, within(.0005));
        assertThat(highEnd.survival(0, 1, 1)).isCloseTo(3.806 / 4.474, within(1e-12));
        // Of those that survived five, the share of twelve more.
        assertThat(highEnd.survival(5, 7, 1) * highEnd.survival(0, 5, 1)).isCloseTo(.378, within(.0005));
    }

    @Test
    void aRequestedCancellationMovesTheOddsOfStaying() {
        // Odds of staying 4 to 1; a tenth of that is 0.4 to 1.
        RetentionCurve stay = new RetentionCurve(365.25, Double.NaN, Double.NaN, .8);
        assertThat(stay.survival(0, 1, .1)).isCloseTo(.4 / 1.4, within(1e-12));
        // Over two renewals .64 stay: odds 16 to 9, a tenth of that is 16 to 90.
        assertThat(stay.survival(0, 2, .1)).isCloseTo(16 / 106.0, within(1e-12));
        assertThat(stay.survival(0, 1, 0)).isZero();
    }

    @Test
    void aStepDownPaysWhereThePresentPlanIsAsGoodAsLost() {
        Item premium = plan(10_000, new RetentionCurve(365.25 / 12, Double.NaN, Double.NaN, .99));
        Item basic = plan(5_000, new RetentionCurve(365.25 / 12, Double.NaN, Double.NaN, .99));
        // Use collapsed: the odds of a year, .99^12, times .05; 36 payments in three years.
        double s = Math.pow(.99, 12);
        double odds = .05 * s / (1 - s);
        double lost = odds / (1 + odds);
        double stays = (1 - Math.pow(.99, 36)) / .01;
        assertThat(plain.change(premium, basic, new UnitEconomics.Change(1, 0, false, .05))
                        .deltaLtv())
                .isCloseTo(5_000 * stays - 10_000 * stays * .99 * lost / s, within(1e-6));
        // A cancellation was requested: three of ten stay at the next payment.
        assertThat(plain.change(premium, basic, new UnitEconomics.Change(1, 0, true, 1))
                        .deltaLtv())
                .isCloseTo(5_000 * stays - 10_000 * stays * .3, within(1e-6));
    }

    /** Paid by month, renewed by year, for half of those who come to it: no year has a renewal, three years have two. */
    @Test
    void survivalFallsAtRenewals() {
        Item plan = plan(1000, new RetentionCurve(365.25, Double.NaN, Double.NaN, .5));
        assertThat(plain.staying(plan, 0)).isCloseTo(12_000, within(1e-6));
        UnitEconomics threeYears = new UnitEconomics(
                Shelf.config("ltv.discount_rate=0", "ltv.horizon_days=1095").ltv(), AS_OF);
        assertThat(threeYears.staying(plan, 0)).isCloseTo(12_000 * 1.75, within(1e-6));
    }

    @Test
    void laterPaymentsCountLess() {
        UnitEconomics discounted =
                new UnitEconomics(Shelf.config("ltv.discount_rate=0.1").ltv(), AS_OF);
        double expected = 0;
        LocalDate start = AS_OF.plusDays(1);
        for (int month = 0; month < 12; month++) {
            expected += 1000 / Math.pow(1.1, ChronoUnit.DAYS.between(start, start.plusMonths(month)) / 365.25);
        }
        assertThat(discounted.staying(plan(1000, FOREVER), 0)).isCloseTo(expected, within(1e-6));
    }

    private static Item plan(double margin, RetentionCurve stay) {
        return Shelf.plan("p", "f", 1, margin)
                .with(new Item.Tariff(BigDecimal.valueOf(margin), margin, 12))
                .with(new Observed(Map.of(), stay));
    }
}
