package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.catalogue.Catalogue;
import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Offers;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** An offer that stands is kept where it is nearly as good; where it goes it is told why. */
class StandingTest {
    /** What is worth 100 and 105: within a tenth; 200 is not. */
    private static final Catalogue CATALOGUE = Shelf.catalogue(
            Shelf.goods("pc", 100_000),
            Shelf.goods("lamp", 1_000, 1_000),
            Shelf.goods("mouse", 1_050, 1_050),
            Shelf.goods("desk", 2_000, 2_000));

    private static final List<Proposal.Rule> RULES =
            List.of(Shelf.rule("pc", "lamp", .5, 5), Shelf.rule("pc", "mouse", .5, 5));
    private static final OsusumeConfig CONFIG =
            Shelf.config("offers.max_per_customer=1", "offers.contact_cost=0", "offers.fatigue_cost=0");

    @Test
    void whatStandsStaysBeforeWhatIsLittleBetter() {
        assertThat(offered(who(), CONFIG, RULES)).containsExactly("mouse");
        assertThat(offered(who().offered("cross_sell", "lamp"), CONFIG, RULES)).containsExactly("lamp");
        // As an offer of another type it stood for something else.
        assertThat(offered(who().offered("upsell", "lamp"), CONFIG, RULES)).containsExactly("mouse");
    }

    @Test
    void whatIsClearlyBetterReplacesIt() {
        List<Proposal.Rule> better = List.of(Shelf.rule("pc", "lamp", .5, 5), Shelf.rule("pc", "desk", .5, 5));
        assertThat(offered(who().offered("cross_sell", "lamp"), CONFIG, better)).containsExactly("desk");
    }

    @Test
    void howMuchBetterIsASetting() {
        OsusumeConfig never = Shelf.config(
                "offers.max_per_customer=1",
                "offers.contact_cost=0",
                "offers.fatigue_cost=0",
                "offers.keep_within=0.04");
        assertThat(offered(who().offered("cross_sell", "lamp"), never, RULES)).containsExactly("mouse");
    }

    @Test
    void whatIsNoCandidateAnyMoreIsToldWhy() {
        Target target = who().offered("cross_sell", "lamp")
                .offered("cross_sell", "pc")
                .offered("cross_sell", "desk")
                .offered("cross_sell", "gone")
                .target();
        List<Proposal> candidates = Shelf.decider(CATALOGUE, CONFIG, RULES).decide(target, Set.of()).stream()
                .map(d -> d.candidate().proposal())
                .toList();
        assertThat(Standing.gone(target, candidates))
                .extracting(s -> s.productId() + " " + s.why(target, CATALOGUE))
                .containsExactly("pc owned", "desk no_longer_proposed", "gone not_on_sale");
    }

    @Test
    void whatStoodIsReadByTarget() {
        Dataset<Row> earlier = TestSession.rows(
                "target_type STRING, target_id STRING, offer_type STRING, product_id STRING, bundle_id STRING",
                TestSession.row("customer", "c1", "cross_sell", "mouse", null),
                TestSession.row("customer", "c1", "bundle", null, "set"),
                TestSession.row("account", "c1", "upsell", "team", null));
        assertThat(Standing.of(earlier).orderBy(Offers.TARGET_TYPE).collectAsList())
                .extracting(Standing::read)
                .containsExactly(
                        List.of(new Standing("upsell", "team", null)),
                        List.of(new Standing("bundle", null, "set"), new Standing("cross_sell", "mouse", null)));
    }

    private static Shelf.Who who() {
        return Shelf.who("ready").has(Shelf.bought("pc", 3));
    }

    private static List<String> offered(Shelf.Who who, OsusumeConfig config, List<Proposal.Rule> rules) {
        return Shelf.decider(CATALOGUE, config, rules).decide(who.target(), Set.of()).stream()
                .filter(d -> d.rank() > 0)
                .map(d -> d.candidate().proposal().subject().productId())
                .toList();
    }
}
