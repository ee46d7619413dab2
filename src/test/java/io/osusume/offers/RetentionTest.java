package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Steps down, the gentlest first. Gold a year 300,000 or a month 30,000; silver a year 120,000; bronze a month 4,000. */
class RetentionTest {
    private static final Catalogue CATALOGUE = Catalogue.of(List.of(
            plan("gold-year", 3, 300_000, 1),
            plan("gold-month", 3, 30_000, 12),
            plan("silver-year", 2, 120_000, 1),
            plan("silver-month", 2, 11_000, 12),
            plan("bronze-month", 1, 4_000, 12)));

    private static Item plan(String id, int tier, double price, double periods) {
        return Shelf.plan(id, "service", tier, price)
                .with(new Item.Tariff(BigDecimal.valueOf(price), .8 * price, periods));
    }

    private static List<Decider.Decision> decide(Shelf.Who who, String... settings) {
        return Shelf.decider(CATALOGUE, Shelf.config(settings), List.of()).decide(who.target(), Set.of());
    }

    private static List<String> told(List<Decider.Decision> decisions) {
        return decisions.stream()
                .filter(d -> d.candidate().proposal().sells())
                .map(d -> d.candidate().proposal().subject().key() + " "
                        + d.stopped().map(Guardrails.Stopped::code).orElse("offered " + d.rank()))
                .sorted()
                .toList();
    }

    private static Shelf.Who leavesGold() {
        return Shelf.who("at_risk").has(Shelf.contract("gold-year", 700, 20, 2));
    }

    @Test
    void theGentlestStepIsOfferedFirst() {
        assertThat(told(decide(leavesGold())))
                .containsExactly("bronze-month over_limit", "gold-month offered 1", "silver-year over_limit");
        assertThat(told(decide(leavesGold(), "offers.downsell.steps=1"))).containsExactly("gold-month offered 1");
    }

    /** Gold by the month: 12 · 30,000 − 300,000 a year. */
    @Test
    void whatAShorterPeriodCostsMoreIsTold() {
        assertThat(decide(leavesGold()).stream()
                        .map(d -> d.candidate().proposal())
                        .filter(p -> p.subject().key().equals("gold-month"))
                        .map(p -> p.reason().figures())
                        .map(f -> f.get("dearer") + " " + f.get("more")))
                .containsExactly("yes 60000.0");
    }

    @Test
    void severalAreOfferedWhereTheCompanySaysSo() {
        assertThat(told(decide(leavesGold(), "offers.max_per_type.downsell=3", "offers.max_per_customer=5")))
                .as("content stands between")
                .containsExactly("bronze-month offered 4", "gold-month offered 1", "silver-year offered 2");
    }

    @Test
    void whatWasDeclinedLeadsToTheNext() {
        assertThat(told(decide(leavesGold().past("downsell", "gold-month", "declined", 5), "offers.downsell.steps=1")))
                .containsExactly("gold-month declined", "silver-year offered 1");
    }

    @Test
    void aPauseIsGentlerStillWhereThereIsOne() {
        List<Decider.Decision> decisions = decide(leavesGold(), "offers.downsell.pause_days=90");
        assertThat(told(decisions)).contains("gold-year offered 1", "gold-month over_limit");
        assertThat(decisions.stream()
                        .filter(d -> d.rank() == 1)
                        .map(d -> d.candidate().proposal().gain().price()))
                .containsExactly(BigDecimal.ZERO);
    }

    /** A pause of 73 of 365 days costs a fifth of a year's margin: 240,000 / 5 = 48,000 less than going on. */
    @Test
    void aPauseCostsItsPayments() {
        UnitEconomics gains = new UnitEconomics(Shelf.config().ltv(), Shelf.AS_OF);
        UnitEconomics.Change change = new UnitEconomics.Change(1, 700, true, 1);
        Item gold = CATALOGUE.item("gold-year");
        assertThat(gains.change(gold, gold, change).deltaLtv()
                        - gains.pause(gold, change, 73).deltaLtv())
                .isCloseTo(240_000 * 73 / 365.25, within(1e-6));
    }

    /** Pays 90,000 for silver of a list price of 120,000: silver by the month is 132,000 a year, bronze 48,000. */
    @Test
    void eachCostsLessThanWhatIsPaidNow() {
        Shelf.Who who = Shelf.who("at_risk").has(Shelf.paidContract("silver-year", 1, 90_000, 2));
        assertThat(told(decide(who))).containsExactly("bronze-month over_limit", "silver-month offered 1");
        Shelf.Who cheap = Shelf.who("at_risk").has(Shelf.paidContract("silver-year", 1, 40_000, 2));
        assertThat(told(decide(cheap))).containsExactly("silver-month offered 1");
    }

    /** With contact costs no step pays; it is offered all the same, unless the company sets a floor. */
    @Test
    void noFloorSilencesTheOnlyOfferThatMayKeepSomebody() {
        assertThat(told(decide(leavesGold(), "offers.contact_cost=100000000"))).contains("gold-month offered 1");
        assertThat(told(decide(leavesGold(), "offers.contact_cost=100000000", "offers.downsell.min_expected_value=0")))
                .contains("gold-month below_floor");
    }

    /** Not at risk: the wish alone leads down, for the 21 days of an interest. */
    @Test
    void whoSaysThatThePriceIsTheTroubleIsOfferedLess() {
        Shelf.Who who = Shelf.who("ready").has(Shelf.contract("silver-year", 700, 100, null));
        assertThat(told(decide(who))).isEmpty();
        assertThat(told(decide(who.sign(Sign.Kind.PRICE_WISH, null, 3)))).contains("silver-month offered 1");
        assertThat(told(decide(Shelf.who("ready")
                        .has(Shelf.contract("silver-year", 700, 100, null))
                        .sign(Sign.Kind.PRICE_WISH, "silver-year", 21))))
                .isEmpty();
    }

    @Test
    void noUpsellOnTheWayOut() {
        String[] all = {"offers.max_per_customer=10"};
        assertThat(Stream.of(told(decide(
                                Shelf.who("at_risk")
                                        .has(Shelf.contract("silver-year", 700, 100, 1))
                                        .likes("gold-year", 9, 1),
                                all)))
                        .flatMap(List::stream))
                .as(Arrays.toString(all))
                .contains("gold-year at_risk", "silver-month offered 1");
    }
}
