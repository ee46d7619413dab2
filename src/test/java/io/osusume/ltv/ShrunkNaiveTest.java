package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * NBD with r = 1 and α = 100, windows of 100 days, customers of 300 days. Who came back five times goes on at 5/300 a day or,
 * drawn, at 6/400: 1.667 or 1.5 orders a window; three times: 1 either way. Who bought once, as customers alike: 1/400, .25.
 */
class ShrunkNaiveTest {
    private static final PurchaseFit NBD = new PurchaseFit(
            NegativeBinomial.INSTANCE, new Estimate(new double[] {0, Math.log(100)}, 0, new double[2][2], true));

    private static double[] came(int repeats, double orders) {
        return new double[] {repeats, 200, 300, orders, 1};
    }

    private static ShrunkNaive.Window window(double[]... outcomes) {
        return new ShrunkNaive.Window(NBD, outcomes, 100);
    }

    private static ShrunkNaive.Window wentOn(double... once) {
        double[][] outcomes = new double[2 + once.length][];
        outcomes[0] = came(5, 5 / 3.0);
        outcomes[1] = came(3, 1);
        for (int i = 0; i < once.length; i++) {
            outcomes[2 + i] = came(0, once[i]);
        }
        return window(outcomes);
    }

    @Test
    void theLastWindowAloneKeepsTheOwnRate() {
        ShrunkNaive one = ShrunkNaive.of(List.of(wentOn()));
        assertThat(one.drawn()).isZero();
        assertThat(one.perDay(new PurchaseModel.History(5, 200, 300))).isCloseTo(5 / 300.0, within(1e-12));
    }

    /** Over the last window the draw adds .083 a customer, over the one before it takes away .167. */
    @Test
    void allWindowsDecideTheDraw() {
        ShrunkNaive one = ShrunkNaive.of(List.of(wentOn(), window(came(5, 1.5))));
        assertThat(one.drawn()).isEqualTo(1);
        assertThat(one.perDay(new PurchaseModel.History(5, 200, 300))).isCloseTo(6 / 400.0, within(1e-12));
    }

    /** Told 1, came .5; the own rates are exact, and .125 each is too. */
    @Test
    void whoBoughtOnceAsOftenAsCame() {
        ShrunkNaive one = ShrunkNaive.of(List.of(wentOn(0.125, 0.125, 0.125, 0.125)));
        assertThat(one.once()).isCloseTo(0.5, within(1e-12));
        assertThat(one.perDay(new PurchaseModel.History(0, 0, 300))).isCloseTo(0.5 / 400, within(1e-12));
    }

    /**
     * Told 1, came one order of one of four: as often as came is .25 each, off by 1.5 where going on is off by 1; at the least
     * part .025 each, off by 1.05.
     */
    @Test
    void neverWorseThanGoingOnIfThatCanBe() {
        assertThat(ShrunkNaive.of(List.of(wentOn(1, 0, 0, 0))).once()).isEqualTo(0.1);
    }

    /** Came 2: told .25 each is off by 1, and going on by 2. */
    @Test
    void neverMoreThanCustomersAlike() {
        assertThat(ShrunkNaive.of(List.of(wentOn(0.5, 0.5, 0.5, 0.5))).once()).isEqualTo(1);
    }
}
