package io.osusume.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.replenishment.IntervalFit.Observed;
import io.osusume.replenishment.IntervalModel.Usual;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected figures come from a computation in NumPy and SciPy by the formulas of the class comments. */
class IntervalModelTest {
    private static final Offset<Double> SAME = within(1e-9);

    /** After 10, 20 and 30 days; 1, 1, 2 and then 4 pieces; 15 days ago. */
    private static Intervals bought() {
        return Intervals.of(new int[] {0, 10, 30, 60}, new double[] {1, 1, 2, 4}, 75);
    }

    private static IntervalModel model(double drift) {
        return new IntervalModel(0.5, drift, Map.of(), Map.of(), new Usual(3.4, 0.1, 0.5, 0.3, 0.1));
    }

    private static Need need(double drift) {
        IntervalModel model = model(drift);
        return model.of(bought(), model.usual("p", ""));
    }

    @Test
    void whatIsKeptOfIntervals() {
        Intervals one = bought();
        assertThat(one.count()).isEqualTo(3);
        assertThat(one.running()).isEqualTo(15);
        assertThat(one.meanLog()).isCloseTo(2.899838249403398, SAME);
        assertThat(one.yy()).isCloseTo(0.6172679762079827, SAME);
        assertThat(one.xy()).isCloseTo(0.3475156689731389, SAME);
        assertThat(one.xx()).isCloseTo(0.320302009278801, SAME);
        assertThat(one.lastAmount()).isCloseTo(1.1552453009332422, SAME);
        assertThat(one.within(0.5)).isCloseTo(0.3498278095545441, SAME);
        assertThat(one.slope(0.5)).isCloseTo(0.37601934919406843, SAME);
    }

    @Test
    void theNextNeedIsThePosteriorOfTheIntervalGivenThatItRuns() {
        Need need = need(0);
        assertThat(need.mu()).isCloseTo(3.6005305524611897, SAME);
        assertThat(need.deviation()).isCloseTo(0.7000441772408479, SAME);
        assertThat(need.variation()).isCloseTo(0.7952466170822616, SAME);
        assertThat(need.needed()).isCloseTo(0.8890439337836221, SAME);
        assertThat(need.within(7)).isCloseTo(0.13341064025997926, SAME);
        assertThat(need.within(14)).isCloseTo(0.2686657785226187, SAME);
        assertThat(need.within(28)).isCloseTo(0.4867757200126644, SAME);
        // Of those within 60 days, a tenth within 3.98, half within 19.83, nine tenths within 46.69.
        assertThat(List.of(need.days(0.1), need.days(0.5), need.days(0.9))).containsExactly(4, 20, 47);
        assertThat(need.likeliestMiddle()).isEqualTo(9);
    }

    /** Each interval longer than the one before: the next one is longer still, as far as drifts are usual. */
    @Test
    void aDriftGoesOn() {
        assertThat(need(0.04).mu()).isCloseTo(3.7283289051800916, SAME);
        assertThat(model(0.04).speedUp(bought(), model(0.04).all())).isCloseTo(0.8786709270238998, SAME);
        assertThat(model(0).speedUp(bought(), model(0).all())).isEqualTo(1);
    }

    /** Bought 270, 210, 159, 115, 78, 47 and 20 days ago, beside steady others: the next interval is about 24 days. */
    @Test
    void everMoreOftenGoesOnSo() {
        List<Observed> rows = new ArrayList<>();
        Random random = new Random(2);
        for (int i = 0; i < 50; i++) {
            int[] days = new int[7];
            int gap = 15 + random.nextInt(45);
            for (int d = 1; d < 7; d++) {
                days[d] = days[d - 1] + gap + random.nextInt(7);
            }
            rows.add(new Observed(
                    "pods", "", Intervals.of(days, new double[] {1, 1, 1, 1, 1, 1, 1}, days[6] + gap / 3)));
        }
        Intervals one =
                Intervals.of(new int[] {-270, -210, -159, -115, -78, -47, -20}, new double[] {1, 1, 1, 1, 1, 1, 1}, 0);
        rows.add(new Observed("pods", "", one));
        IntervalModel model = IntervalFit.of(rows);
        Need need = model.of(one, model.usual("pods", ""));
        assertThat(need.interval()).isCloseTo(24, within(1.5));
        assertThat(need.days(0.5)).isBetween(2, 7);
        assertThat(need.variation()).isLessThan(0.5);
        assertThat(model.speedUp(one, model.all())).isGreaterThan(1.5);
    }

    /** The same purchases where nobody else drifts at all: by hand, 60, 51, 44, 37, 31 and 27 days fall by .162 an interval. */
    @Test
    void aPlainTrendIsBelievedWhereOthersHaveNone() {
        Intervals one =
                Intervals.of(new int[] {-270, -210, -159, -115, -78, -47, -20}, new double[] {1, 1, 1, 1, 1, 1, 1}, 0);
        IntervalModel model = new IntervalModel(0, 0, Map.of(), Map.of(), new Usual(3.7, 0.1, 0.3, 0.3, 0.1));
        assertThat(model.speedUp(one, model.all())).isCloseTo(Math.exp(5 * 0.162), within(0.02));
        Need need = model.of(one, model.usual("p", ""));
        assertThat(need.interval()).isCloseTo(23, within(1.0));
        // 20 of the 23 days have passed.
        assertThat(need.days(0.5)).isBetween(2, 6);
        // As many that jitter tell no trend.
        Intervals jitter =
                Intervals.of(new int[] {-260, -210, -165, -123, -75, -40, 0}, new double[] {1, 1, 1, 1, 1, 1, 1}, 0);
        assertThat(model.speedUp(jitter, model.all())).isBetween(1.0, 1.12);
    }

    /** Twenty times the amount lasts longer, by the factor that others' amounts tell. */
    @Test
    void whoBoughtMuchNeedsItLater() {
        IntervalModel model = model(0);
        int[] days = {0, 30, 60, 90, 120};
        Need few = model.of(Intervals.of(days, new double[] {1, 1, 1, 1, 1}, 121), model.usual("p", ""));
        Need many = model.of(Intervals.of(days, new double[] {1, 1, 1, 1, 20}, 121), model.usual("p", ""));
        assertThat(many.interval() / few.interval()).isCloseTo(Math.sqrt(20), SAME);
    }

    /** Each customer's own interval of 26 to 36 days, give or take 3, beside things that are bought at any time. */
    @Test
    void aSteadyProductStaysSoBesideUnsteadyOnes() {
        Random random = new Random(5);
        List<Observed> rows = new ArrayList<>();
        for (int customer = 0; customer < 40; customer++) {
            int own = 26 + customer / 4;
            rows.add(observed("powder", i -> own - 3 + random.nextInt(7)));
        }
        Intervals one = rows.get(0).intervals();
        Need alone = need(IntervalFit.of(rows), "powder", one);
        for (int customer = 0; customer < 200; customer++) {
            rows.add(observed("bar", i -> (int) Math.ceil(Math.exp(3 + 1.2 * random.nextGaussian()))));
        }
        IntervalModel model = IntervalFit.of(rows);
        Need beside = need(model, "powder", one);
        // Uniform in ±3 of about 31: a deviation of 2 days, and what is not known of the customer's own mean.
        assertThat(beside.variation()).isBetween(0.05, 0.12);
        assertThat(beside.variation()).isCloseTo(alone.variation(), within(0.02));
        assertThat(beside.days(0.5)).isBetween(alone.days(0.5) - 1, alone.days(0.5) + 1);
        assertThat(need(model, "bar", rows.get(45).intervals()).variation()).isGreaterThan(1);
    }

    /** Fifteen times 30 days to the day, of a product that others buy at any time: within 7 %, not within 27. */
    @Test
    void clockworkIsToldAsSuchWhereOthersHaveNone() {
        IntervalModel model = new IntervalModel(0.5, 0.005, Map.of(), Map.of(), new Usual(3.4, 0.1, 0.9, 0.3, 0.1));
        int[] days = new int[16];
        double[] amounts = new double[16];
        Arrays.fill(amounts, 1);
        for (int i = 0; i < 16; i++) {
            days[i] = 30 * i;
        }
        Intervals exact = Intervals.of(days, amounts, 450 + 10);
        assertThat(need(model, "p", exact).variation()).isLessThan(0.07);
        assertThat(need(model, "p", exact).days(0.5)).isBetween(19, 21);
        // Three intervals alike may be chance.
        Intervals three = Intervals.of(new int[] {0, 30, 60, 90}, new double[] {1, 1, 1, 1}, 100);
        assertThat(need(model, "p", three).variation()).isGreaterThan(0.3);
    }

    /** Products that do not differ: what one seems to have of its own is chance, and those of all hold. */
    @Test
    void whereProductsAreAlikeNoneHasASpreadOfItsOwn() {
        Random random = new Random(6);
        List<Observed> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(observed("p" + i / 2, k -> (int) Math.ceil(Math.exp(3 + 0.7 * random.nextGaussian()))));
        }
        IntervalModel model = IntervalFit.of(rows);
        for (int product = 0; product < 100; product++) {
            assertThat(model.usual("p" + product, "").spread())
                    .isCloseTo(model.all().spread(), within(0.15));
        }
    }

    /** Eight intervals, ten days ago the last purchase. */
    private static Observed observed(String product, IntUnaryOperator interval) {
        int[] days = new int[9];
        double[] amounts = new double[9];
        Arrays.fill(amounts, 1);
        for (int i = 1; i < days.length; i++) {
            days[i] = days[i - 1] + interval.applyAsInt(i);
        }
        return new Observed(product, "", Intervals.of(days, amounts, days[8] + 10));
    }

    private static Need need(IntervalModel model, String product, Intervals one) {
        return model.of(one, model.usual(product, ""));
    }

    /** Long after the usual interval all but the tail of it is over: no overflow, and a need that is hardly needed. */
    @Test
    void whoStoppedYearsAgoHasMostLikelyStopped() {
        IntervalModel model = new IntervalModel(0.5, 0, Map.of(), Map.of(), new Usual(2, 0.01, 0.01, 0.01, 0.05));
        Need need =
                model.of(Intervals.of(new int[] {0, 7, 14, 21}, new double[] {1, 1, 1, 1}, 2000), model.usual("p", ""));
        assertThat(need.needed()).isBetween(0.0, 1e-9);
        assertThat(need.within(28)).isBetween(0.0, 1e-9);
        assertThat(need.days(0.5)).isBetween(1, 60);
    }

    /** Few tell something and none tell the usual. */
    @Test
    void noIntervalsAtAll() {
        IntervalModel model = IntervalFit.of(List.of());
        assertThat(model.all().mean()).isCloseTo(Math.log(30), SAME);
        assertThat(model.all().spread()).isCloseTo(0.5, SAME);
        assertThat(model.byAmount()).isCloseTo(0.5, SAME);
    }

    /** Drawn with known figures: two categories of a week and of a month, customers about them, a tenth of purchases the last. */
    @Test
    void theFitFindsWhatWasPutIn() {
        Random random = new Random(11);
        List<Observed> rows = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            int product = i % 20;
            String category = product < 10 ? "week" : "month";
            double centre = (product < 10 ? Math.log(7) : Math.log(30)) + 0.3 * Math.sin(product);
            double own = centre + 0.4 * random.nextGaussian();
            List<Integer> days = new ArrayList<>(List.of(random.nextInt(60)));
            List<Double> amounts = new ArrayList<>();
            double amount = 1 + random.nextInt(3);
            while (random.nextDouble() > 0.1) {
                double gap = Math.exp(own + 0.6 * Math.log(amount) + 0.5 * random.nextGaussian());
                int next = days.get(days.size() - 1) + Math.max(1, (int) Math.round(gap));
                if (next > 365) {
                    break;
                }
                amounts.add(amount);
                days.add(next);
                amount = 1 + random.nextInt(3);
            }
            amounts.add(amount);
            if (days.size() > 1) {
                rows.add(new Observed(
                        "p" + product,
                        category,
                        Intervals.of(
                                days.stream().mapToInt(d -> d).toArray(),
                                amounts.stream().mapToDouble(a -> a).toArray(),
                                365)));
            }
        }
        IntervalModel model = IntervalFit.of(rows);
        assertThat(model.byAmount()).isCloseTo(0.6, within(0.05));
        assertThat(model.all().spread()).isCloseTo(0.25, within(0.05));
        assertThat(model.all().between()).isCloseTo(0.16, within(0.05));
        assertThat(model.drift()).isLessThan(0.01);
        // E[0.6 ln amount] of 1, 2 and 3 is 0.358. Long intervals are cut by the end of the year: a little short is
        // right.
        for (int product : new int[] {0, 5, 9}) {
            assertThat(model.usual("p" + product, "week").mean())
                    .isCloseTo(Math.log(7) + 0.3 * Math.sin(product) + 0.358, within(0.15));
        }
        assertThat(model.usual("unheard of", "month").mean()).isCloseTo(Math.log(30) + 0.358, within(0.35));
        assertThat(model.usual("p0", "week").stops()).isCloseTo(0.1, within(0.03));
    }
}
