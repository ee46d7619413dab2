package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.SentByKryo;
import io.osusume.TestSession;
import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.config.OsusumeConfig;
import io.osusume.tables.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** What every task decides with, as it gets there: sent by whatever serialiser the site has set, and cut on the way. */
class DecidingTest {
    private static final OsusumeConfig CONFIG = Shelf.config("offers.rules_per_product=3");
    private static final Catalogue CATALOGUE =
            Catalogue.of(IntStream.range(0, 9).mapToObj(i -> product("p" + i)).toList());

    private static Item product(String id) {
        return Shelf.goods(id, 1000);
    }

    /** Rules from p0 and p1 to all others, those to products with higher numbers stronger. */
    private static List<Proposal.Rule> rules() {
        List<Proposal.Rule> rules = new ArrayList<>();
        for (String from : List.of("p0", "p1")) {
            for (int to = 2; to < 9; to++) {
                rules.add(Shelf.rule(from, "p" + to, 0.1 * to, 2));
            }
        }
        return rules;
    }

    @Test
    void itSurvivesKryoAndDecidesTheSame() {
        Decider decider = Shelf.decider(CATALOGUE, CONFIG, rules());
        Target target = Shelf.who("ready").has(Shelf.bought("p0", 3)).target();
        assertThat(decider.decide(target, Set.of())).isNotEmpty();
        Deciding sent = SentByKryo.of(new Deciding(decider, null));
        assertThat(sent.decider().decide(target, Set.of())).isEqualTo(decider.decide(target, Set.of()));
    }

    /** Three of the seven rules of each product, however the rules lie in files. */
    @Test
    void theStrongestRulesOfAProductAreTheSameFromOneFileOrFive() {
        RuleHints one = read(1);
        assertThat(one.from("p0")).extracting(Proposal.Rule::consequent).containsExactly("p8", "p7", "p6");
        RuleHints five = read(5);
        for (String from : List.of("p0", "p1", "p2")) {
            assertThat(five.from(from)).isEqualTo(one.from(from));
        }
    }

    private static RuleHints read(int partitions) {
        Row[] rows = rules().stream()
                .map(r -> RowFactory.create(
                        r.id(),
                        r.antecedent().toArray(String[]::new),
                        r.consequent(),
                        r.confidence(),
                        r.lift(),
                        r.q(),
                        r.kind().wire(),
                        r.count(),
                        r.support()))
                .toArray(Row[]::new);
        Dataset<Row> table = TestSession.rows(
                Rules.RULE_ID + " STRING, " + Rules.ANTECEDENT + " ARRAY<STRING>, " + Rules.CONSEQUENT + " STRING, "
                        + Rules.CONFIDENCE + " DOUBLE, " + Rules.LIFT + " DOUBLE, " + Rules.Q_VALUE + " DOUBLE, "
                        + Rules.BASKET_KIND + " STRING, " + Rules.COUNT + " BIGINT, " + Rules.SUPPORT + " DOUBLE",
                rows);
        return RuleHints.read(table.repartition(partitions), Shelf.sale(CATALOGUE, CONFIG), CONFIG.offers());
    }
}
