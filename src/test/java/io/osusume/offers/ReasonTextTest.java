package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.config.RunConfig.Language;
import io.osusume.offers.Proposal.Gain;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import io.osusume.text.Writing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a customer and the team read; names, amounts, numbers and days as each language writes them. */
class ReasonTextTest {
    private static final Catalogue CATALOGUE = Shelf.catalogue(
            named("a", "Plan A"),
            named("b", "Plan B"),
            named("he", "שולחן כתיבה"),
            named("odd", "{product} 100% 'n $1\n x"));

    @Test
    void noneOneAndManyAreTold() {
        Map<String, Object> figures = new HashMap<>(Map.of("product", "a", "anchor", "b", "cosine", .25, "many", "no"));
        figures.put("count", 0L);
        assertThat(evidence("bought_by_same", figures))
                .isEqualTo(
                        "Bought by the same customers as Plan B: cosine 0.25. Nobody bought it for the first time in 28"
                                + " days.");
        figures.put("count", 1L);
        assertThat(evidence("bought_by_same", figures)).endsWith("1 customer bought it for the first time in 28 days.");
        figures.put("count", 1_234L);
        assertThat(evidence("bought_by_same", figures))
                .endsWith("1,234 customers bought it for the first time in 28 days.");
    }

    @Test
    void theCustomerIsNotToldHowManyFoundItWhereTheyAreFew() {
        assertThat(text("GBP").of(newBuyers(9), "en")).isEqualTo("Plan A may be of interest to you.");
        assertThat(text("GBP").of(newBuyers(12), "en"))
                .isEqualTo(
                        "Plan A may be of interest: 12 customers bought it for the first time in the last four weeks.");
        assertThat(text("GBP").of(newBuyers(12), "ja")).isEqualTo("Plan Aはいかがでしょうか。この4週間に12名の方が初めて購入されました。");
    }

    private static Proposal newBuyers(long count) {
        return proposal(OfferType.CROSS_SELL, Reasons.likely(new Target.Likely("a", 1, .1, null, 0, count), null));
    }

    @Test
    void smallerStepsThatCostMoreSaySo() {
        Map<String, Object> figures =
                new HashMap<>(Map.of("anchor", "b", "product", "a", "why", "other", "dearer", "yes", "more", 109.0));
        Proposal dearer = proposal(OfferType.DOWNSELL, new Reason("shorter_term", figures));
        assertThat(text("GBP").of(dearer, "en"))
                .isEqualTo("Plan A is Plan B paid in smaller steps: you are bound for a shorter time. Over a year that"
                        + " comes to £109.00 more.");
        assertThat(text("JPY").of(dearer, "ja")).endsWith("1年間の合計は109円高くなります。");
        assertThat(text("GBP").evidence(dearer))
                .isEqualTo("Plan B: the customer is at risk. Plan A is the same tier with more payments a year, £109.00"
                        + " more in all.");
        figures.put("dearer", "no");
        assertThat(text("GBP").of(proposal(OfferType.DOWNSELL, new Reason("shorter_term", figures)), "en"))
                .isEqualTo("Plan A is Plan B paid in smaller steps: you are bound for a shorter time.");
    }

    @Test
    void savingsAreOfAllUnitsAndInTheSmallestCoin() {
        Map<String, Object> figures = new HashMap<>(Map.of(
                "anchor", "b", "product", "a", "units", 5L, "cheaper", "yes", "saving", 5 * 12.345, "why", "use"));
        figures.put("level", 40.0);
        Proposal five = proposal(OfferType.DOWNSELL, new Reason("step_down", figures));
        assertThat(text("GBP").of(five, "en"))
                .isEqualTo("If Plan B is more than you need now: Plan A costs £61.73 less a year for all 5.");
        assertThat(text("JPY").of(five, "ja")).isEqualTo("Plan Bが今のご利用に大きすぎるようでしたら、Plan Aなら5単位で年間62円お安くなります。");
        assertThat(text("USD").of(five, "ja")).contains("年間61.73米ドルお安く");
        assertThat(text("JPY").evidence(five))
                .isEqualTo("Plan B: use at 40 % of the level before. 5 units cost ¥62 less a year.");
        assertThat(text("points").evidence(five)).contains("61.73 points less");
        // Who pays in euros is told nothing in dollars.
        ReasonText several =
                new ReasonText(Shelf.config("ltv.currency=USD", "ltv.currency_rates.EUR=1.1"), CATALOGUE, "USD");
        assertThat(several.of(five, "en")).isEqualTo("If Plan B is more than you need now: there is Plan A.");
        assertThat(several.evidence(five)).contains("5 units cost $61.73 less a year.");
        figures.put("cheaper", "no");
        figures.put("units", 1L);
        assertThat(text("GBP").of(proposal(OfferType.DOWNSELL, new Reason("step_down", figures)), "en"))
                .isEqualTo("If Plan B is more than you need now: there is Plan A.");
    }

    @Test
    void aNeedThatLiesBackHasNoDate() {
        Map<String, Object> figures = new HashMap<>(Map.of(
                "product",
                "a",
                "date",
                LocalDate.of(2026, 7, 5),
                "due",
                "later",
                "share",
                10.0,
                "days",
                14L,
                "intervals",
                1L,
                "variation",
                12.5,
                "needed",
                96.0));
        assertThat(text("JPY").of(proposal(OfferType.SUBSCRIBE, new Reason("runs_out", figures)), "en"))
                .isEqualTo("Your next Plan A may be due about 5 July 2026: with a subscription it arrives in time, 10 %"
                        + " cheaper each time.");
        assertThat(text("JPY").of(proposal(OfferType.SUBSCRIBE, new Reason("runs_out", figures)), "ja-JP"))
                .isEqualTo("Plan Aは2026年7月5日ごろに必要になるかもしれません。定期購入なら切らさずお届けします（毎回10％お得）。");
        assertThat(evidence("runs_out", figures))
                .isEqualTo(
                        "1 interval known, the next expected to be 14 days, variation 12.5 %. Expected on 5 July 2026; needed again at"
                                + " all: 96 %.");
        figures.put("due", "now");
        figures.put("share", 0.0);
        assertThat(text("JPY").of(proposal(OfferType.SUBSCRIBE, new Reason("runs_out", figures)), "en"))
                .isEqualTo("It may be about time for Plan A again: with a subscription it arrives in time.");
    }

    @Test
    void namesStayWhole() {
        assertThat(Writing.name("a".repeat(60), 60)).isEqualTo("a".repeat(60));
        assertThat(Writing.name("a".repeat(61), 60)).isEqualTo("a".repeat(59) + "…");
        String family = "👨‍👩‍👧‍👦"; // four people, one letter
        assertThat(Writing.name(family.repeat(4), 3)).isEqualTo(family.repeat(2) + "…");
        assertThat(Writing.name("がが" + "が".repeat(2), 2)).isEqualTo("が…"); // か and its mark are one letter
        assertThat(Writing.name("שלום", 60)).isEqualTo("\u2068שלום\u2069");
    }

    @Test
    void aNameIsNoTemplate() {
        Reason reason = new Reason("learn_more", Map.of("anchor", "odd", "track", "{anchor}", "has", "yes"));
        assertThat(text("JPY").of(proposal(OfferType.NURTURE, reason), "en"))
                .isEqualTo("Worth knowing: our material on {anchor}.");
        assertThat(text("JPY").evidence(proposal(OfferType.NURTURE, reason))).endsWith("Has {product} 100% 'n $1 x.");
    }

    @Test
    void aShareKeepsTwoDigits() {
        assertThat(Reasons.percent(.378)).isEqualTo(37.8);
        assertThat(Reasons.percent(.0000214)).isEqualTo(.0021);
        assertThat(Reasons.percent(0)).isEqualTo(0);
    }

    @Test
    void everyLanguageIsItsOwn() {
        for (Language language : Language.values()) {
            assertThat(new Written(language, CATALOGUE, "JPY").names(List.of("a", "b", "he")))
                    .isEqualTo(
                            language == Language.JA
                                    ? "Plan A、Plan B、\u2068שולחן כתיבה\u2069"
                                    : "Plan A, Plan B and \u2068שולחן כתיבה\u2069");
        }
        assertThat(new Written(Language.EN, CATALOGUE, "JPY").money(new BigDecimal("1234567.5")))
                .isEqualTo("¥1,234,568");
    }

    private static String evidence(String code, Map<String, Object> figures) {
        return text("JPY").evidence(proposal(OfferType.CROSS_SELL, new Reason(code, figures)));
    }

    private static ReasonText text(String currency) {
        return new ReasonText(Shelf.config("run.language=en"), CATALOGUE, currency);
    }

    private static Proposal proposal(OfferType type, Reason reason) {
        Moment moment = new Moment(Trigger.NONE, Shelf.TODAY + 1, Shelf.TODAY + 2, 1);
        return new Proposal(type, Subject.product("a"), null, moment, 1, reason, null, Gain.NOTHING);
    }

    private static Item named(String id, String name) {
        Item item = Shelf.goods(id, 10);
        return Item.of(new Item.Label(id, name, null, null), item.tariff(), item.terms());
    }
}
