package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.offers.Proposal.Rule;
import io.osusume.tables.BasketKind;
import io.osusume.tables.Trigger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What becomes a cross-sell, and how much speaks for it; the usual p_buy is .02. */
class CrossSellTest {
    private static final Catalogue CATALOGUE = Shelf.catalogue(
            Shelf.goods("pc", 1_000),
            Shelf.goods("mouse", 100),
            Shelf.goods("lamp", 120),
            Shelf.goods("desk", 900),
            Shelf.goods("chair", 500));
    private static final List<Rule> RULES = List.of(Shelf.rule("pc", "mouse", .4, 10), Shelf.rule("pc", "desk", .3, 5));

    @Test
    void withoutARankingTheRuleSaysHowMuchSpeaksForIt() {
        Map<String, Proposal> found = proposed(Shelf.who("ready").has(Shelf.bought("pc", 3)), 10);
        assertThat(found).containsOnlyKeys("mouse", "desk");
        assertThat(found.get("mouse").evidence()).isEqualTo(10.0 / 5); // lift ÷ usual_lift
    }

    @Test
    void theRankingSaysHowMuchSpeaksForAProductWhoeverNamedIt() {
        Map<String, Proposal> found = proposed(
                Shelf.who("ready")
                        .has(Shelf.bought("pc", 3))
                        .likely("chair", .06, null)
                        .likely("mouse", .03, "pc"),
                10);
        assertThat(found).containsOnlyKeys("mouse", "desk", "chair");
        // p_buy knows the rule already; who is likely to buy, and how much, is all that counts.
        assertThat(found.get("mouse").pBuy()).isEqualTo(.03);
        assertThat(found.get("mouse").evidence()).isCloseTo(.03 / .02, within(1e-12));
        assertThat(found.get("mouse").reason().code()).isEqualTo("also_bought");
        assertThat(found.get("chair").evidence()).isCloseTo(3, within(1e-12));
        assertThat(found.get("chair").reason().code()).isEqualTo("new_buyers");
        // Of a product that could not be scored no more is known than that it is no likelier than the others.
        assertThat(found.get("desk").pBuy()).isEqualTo(.03);
    }

    /** Whatever ends it earlier, all else that is known of it stays. */
    @Test
    void whatEndsEarlierIsTheSameOtherwise() {
        Proposal mouse = proposed(Shelf.who("ready").has(Shelf.bought("pc", 3)).likely("mouse", .03, "pc"), 10)
                .get("mouse");
        Proposal ending = mouse.endingBy(Shelf.TODAY + 2);
        assertThat(ending.moment().to()).isEqualTo(Shelf.TODAY + 2);
        assertThat(ending).usingRecursiveComparison().ignoringFields("moment").isEqualTo(mouse);
        assertThat(ending.pBuy()).isEqualTo(.03);
    }

    @Test
    void whatIsLessLikelyThanUsualComesFromNoRanking() {
        assertThat(proposed(Shelf.who("ready").has(Shelf.bought("pc", 3)).likely("lamp", .004, "pc"), 10))
                .doesNotContainKey("lamp");
    }

    /** Where nothing was learned, what new buyers buy is offered, if there are enough of them (here 7), and no cosine speaks. */
    @Test
    void whereNothingWasLearnedOnlyEnoughNewBuyersSpeak() {
        Target seven = Shelf.who("ready").likely("lamp", null, "pc").target();
        Proposal found = crossSell(CATALOGUE, List.of(), 10).propose(seven).get(0);
        assertThat(found.reason().code()).isEqualTo("new_buyers");
        assertThat(found.anchorId()).isNull();
        assertThat(found.evidence()).isCloseTo(7.0 / 27, within(1e-12));
        Target four = new Target(
                seven.recipient(),
                seven.state(),
                new Target.Profile(
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of("lamp", new Target.Likely("lamp", 1, null, null, 0, 4)),
                        List.of(),
                        List.of()),
                List.of());
        assertThat(crossSell(CATALOGUE, List.of(), 10).propose(four)).isEmpty();
    }

    @Test
    void theReasonNamesTheProductThatIsNearest() {
        Map<String, Proposal> found =
                proposed(Shelf.who("ready").has(Shelf.bought("pc", 3)).likely("lamp", .04, "pc"), 10);
        assertThat(found.get("lamp").reason().code()).isEqualTo("bought_by_same");
        assertThat(found.get("lamp").anchorId()).isEqualTo("pc");
        assertThat(found.get("lamp").moment().trigger()).isEqualTo(Trigger.NONE);
    }

    @Test
    void onlySoManyComeFromTheRankingAloneTheLikeliestFirstAndNeverWhatIsHad() {
        Shelf.Who who = Shelf.who("ready")
                .has(Shelf.bought("lamp", 30))
                .likely("lamp", .9, null)
                .likely("unknown", .8, null)
                .likely("chair", .3, "lamp")
                .likely("mouse", .2, "lamp");
        assertThat(proposed(who, 1)).containsOnlyKeys("chair");
        assertThat(proposed(who, 0)).isEmpty();
    }

    @Test
    void whatIsOfACategoryThatTheCustomerHasIsNoComplement() {
        Item pc = Shelf.goods("pc", 1_000);
        Item laptop = Item.of(new Item.Label("laptop", "name", pc.category(), null), pc.tariff(), pc.terms());
        Catalogue catalogue = Shelf.catalogue(pc, laptop);
        Target target = Shelf.who("ready")
                .has(Shelf.bought("pc", 3))
                .likely("laptop", .5, null)
                .target();
        assertThat(crossSell(catalogue, List.of(), 10).propose(target)).isEmpty();
    }

    /** Who had beans may be offered other coffee, but not a second machine. */
    @Test
    void whatIsUsedUpHoldsItsCategoryForNobody() {
        Item beans = Shelf.consumable("beans", 10);
        Item machine = Shelf.goods("machine", 100);
        Catalogue catalogue = Shelf.catalogue(
                beans,
                Item.of(new Item.Label("pods", "name", beans.category(), null), beans.tariff(), beans.terms()),
                machine,
                Item.of(new Item.Label("maker", "name", machine.category(), null), machine.tariff(), machine.terms()));
        Target target = Shelf.who("ready")
                .has(Shelf.bought("beans", 3))
                .has(Shelf.bought("machine", 3))
                .likely("pods", .5, "beans")
                .likely("maker", .5, "machine")
                .target();
        assertThat(crossSell(catalogue, List.of(), 10).propose(target))
                .extracting(proposal -> proposal.subject().productId())
                .containsExactly("pods");
    }

    /** What lies in the cart is an occasion for what goes with it, also where only a part of the rule is missing. */
    @Test
    void whatGoesWithTheCartIsTimely() {
        Rule both = new Rule("b", List.of("chair", "desk"), "lamp", .2, 4, .001, BasketKind.CUSTOMER, 60, .03);
        Shelf.Who who = Shelf.who("ready")
                .has(Shelf.bought("chair", 200))
                .sign(Sign.Kind.IN_CART, "pc", 2)
                .sign(Sign.Kind.IN_CART, "desk", 1);
        List<Rule> rules = List.of(Shelf.rule("pc", "mouse", .4, 10), Shelf.rule("pc", "desk", .3, 5), both);
        Map<String, Proposal> found = byProduct(crossSell(CATALOGUE, rules, 10).propose(who.target()));
        assertThat(found).containsOnlyKeys("mouse", "lamp"); // the desk lies in the cart already
        assertThat(found.get("mouse").anchorId()).isEqualTo("pc");
        assertThat(found.get("mouse").moment().trigger()).isEqualTo(Trigger.INTEREST);
        assertThat(found.get("mouse").reason().code()).isEqualTo("goes_with_cart");
        assertThat(found.get("lamp").anchorId()).isEqualTo("desk");
        assertThat(found.get("lamp").rule()).isEqualTo(both);
    }

    /** Put into the cart, bought, and given back: refused, and no occasion. Put there again afterwards it is one. */
    @Test
    void whatWasGivenBackSinceLiesInNoCart() {
        Rule rule = Shelf.rule("pc", "mouse", .4, 10);
        Shelf.Who refused = Shelf.who("ready").has(Shelf.former("pc", 1)).sign(Sign.Kind.IN_CART, "pc", 9);
        assertThat(crossSell(CATALOGUE, List.of(rule), 10).propose(refused.target()))
                .isEmpty();
        Shelf.Who again = Shelf.who("ready").has(Shelf.former("pc", 9)).sign(Sign.Kind.IN_CART, "pc", 1);
        assertThat(byProduct(crossSell(CATALOGUE, List.of(rule), 10).propose(again.target())))
                .containsOnlyKeys("mouse");
    }

    @Test
    void anOldCartABoughtOneAndWhatCannotStandBesideItAreNoOccasion() {
        Rule rule = Shelf.rule("pc", "mouse", .4, 10);
        assertThat(byProduct(crossSell(CATALOGUE, List.of(rule), 10)
                        .propose(Shelf.who("ready")
                                .sign(Sign.Kind.IN_CART, "pc", 22)
                                .target())))
                .isEmpty();
        Map<String, Proposal> bought = byProduct(crossSell(CATALOGUE, List.of(rule), 10)
                .propose(Shelf.who("ready")
                        .has(Shelf.bought("pc", 1))
                        .sign(Sign.Kind.IN_CART, "pc", 2)
                        .target()));
        assertThat(bought.get("mouse").reason().code()).isEqualTo("also_bought");
        Item small = Shelf.goods("small", 100).with(new Item.Ladder("glove", null, null, null));
        Item large = Shelf.goods("large", 100).with(new Item.Ladder("glove", null, null, null));
        assertThat(crossSell(Shelf.catalogue(small, large), List.of(Shelf.rule("small", "large", .4, 10)), 10)
                        .propose(Shelf.who("ready")
                                .sign(Sign.Kind.IN_CART, "small", 1)
                                .target()))
                .isEmpty();
    }

    /** Figures of orders are told of orders, and all that the rule starts from is named. */
    @Test
    void aRuleOfOrdersSpeaksOfOrders() {
        Rule ofOrders = new Rule("r", List.of("desk", "pc"), "mouse", .52, 17.53, .001, BasketKind.ORDER, 13, .0065);
        Rule ofCustomers = new Rule("c", List.of("pc"), "lamp", .24, 4.2, .001, BasketKind.CUSTOMER, 60, .03);
        var config = Shelf.config();
        ReasonText text = new ReasonText(config, CATALOGUE, "GBP");
        List<Proposal> found = crossSell(CATALOGUE, List.of(ofOrders, ofCustomers), 10)
                .propose(Shelf.who("ready")
                        .has(Shelf.bought("pc", 3))
                        .has(Shelf.bought("desk", 9))
                        .target());
        assertThat(found)
                .extracting(p -> text.of(p, "en"))
                .containsExactlyInAnyOrder(
                        "name of mouse goes with your name of desk and name of pc: they are often ordered together.",
                        "name of lamp goes with your name of pc.");
        // 13 ÷ .52 = 25 orders, 13 ÷ .0065 = 2,000 in all, .52 ÷ 17.53 = 2.966 %; 60 ÷ .24 = 250, 60 ÷ .03, .24 ÷ 4.2.
        assertThat(found)
                .extracting(text::evidence)
                .containsExactlyInAnyOrder(
                        "13 of 25 orders with name of desk and name of pc have name of mouse too: 52 %. Of all 2,000"
                                + " orders 3 % have it; 17.5 times as many.",
                        "60 of 250 customers who bought name of pc bought name of lamp too, within 365 days: 24 %. Of"
                                + " all 2,000 customers 5.7 % did; 4.2 times as many.");
        assertThat(found)
                .extracting(p -> text.of(p, "ja"))
                .contains("name of mouseは、お持ちのname of deskとname of pcと相性のよい商品です。よく一緒に注文されています。");
    }

    private static Map<String, Proposal> proposed(Shelf.Who who, int likelyProducts) {
        return byProduct(crossSell(CATALOGUE, RULES, likelyProducts).propose(who.target()));
    }

    private static Map<String, Proposal> byProduct(List<Proposal> proposals) {
        Map<String, Proposal> byProduct = new TreeMap<>();
        proposals.forEach(p -> byProduct.put(p.subject().productId(), p));
        return byProduct;
    }

    private static CrossSell crossSell(Catalogue catalogue, List<Rule> rules, int likelyProducts) {
        var config = Shelf.config();
        return new CrossSell(
                RuleHints.of(rules, Shelf.sale(catalogue, config), config.offers()),
                likelyProducts,
                Shelf.known(catalogue, config));
    }
}
