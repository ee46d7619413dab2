package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.osusume.tables.Arm;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** {@code c1} is the recipient, {@code c2} another of the account's people. */
class TargetReaderTest {
    private static final List<Row> FACTS = List.of(
            FactRows.held("c1", Shelf.bought("b", 9)),
            FactRows.held("c2", Shelf.consumed("b", 7, 5)),
            FactRows.held("c2", Shelf.bought("a", 3)),
            FactRows.held("c1", Shelf.bought("plan", 400)),
            FactRows.held("c2", Shelf.contract("plan", 200, 30, null)),
            FactRows.use("c1", "plan", "seats"),
            FactRows.use("c2", "plan", "calls"),
            FactRows.use("c1", "a", "calls"),
            FactRows.interest("c1", "a", 2),
            FactRows.interest("c1", "b", 1),
            FactRows.interest("c2", "b", 4),
            FactRows.likely("c1", Map.of("x", 2, "y", 1, "z", 3)),
            FactRows.likely("c2", Map.of("w", 1)),
            FactRows.past("c1", "clicked", Shelf.TODAY - 1),
            FactRows.past("c2", "delivered", Shelf.TODAY - 2),
            FactRows.touch("c1", "phone", Shelf.TODAY - 4),
            FactRows.touch("c1", "email", Shelf.TODAY - 8),
            FactRows.touch("c2", "email", Shelf.TODAY - 6));

    private static Target account(List<Row> facts) {
        return TargetReader.read(FactRows.account("x", facts), Map.of("a1", Set.of("y")));
    }

    @Test
    void whomItGoesToAndHowWeStandAreReadByName() {
        Target account = account(FACTS);
        assertThat(account.recipient())
                .isEqualTo(new Target.Recipient("account", "a1", "c1", "a1", null, "ja", Arm.CONTROL));
        assertThat(account.state())
                .isEqualTo(new Target.State(
                        Segment.READY,
                        "A",
                        .6,
                        true,
                        true,
                        false,
                        new Surge(4, 2, 1, List.of(new Surge.Interest("x", 3, 1, List.of("hr"))), Set.of("y")),
                        250.0));
        assertThat(TargetReader.read(FactRows.customer(null), Map.of()).surge()).isNull();
    }

    @Test
    void whatSeveralPeopleHaveCountsOnceAndWhoeverOwnsItOwnsItForAll() {
        Target account = account(FACTS);
        assertThat(account.held()).extracting(Holding::productId).containsExactly("a", "b", "plan");
        assertThat(account.owns("a")).isTrue();
        assertThat(account.holding("b"))
                .as("owned by one, used up by the other")
                .isEqualTo(Shelf.bought("b", 9));
        assertThat(account.holding("plan"))
                .as("a contract says more than a purchase")
                .isEqualTo(Shelf.contract("plan", 200, 30, null));
    }

    @Test
    void whatIsLikelyAndHowOftenWeSpeakIsOfTheRecipientAlone() {
        Target account = account(FACTS);
        assertThat(account.likely()).extracting(Target.Likely::productId).containsExactly("y", "x", "z");
        assertThat(account.likely("x").pBuy()).isEqualTo(.05);
        assertThat(account.touches()).extracting(Target.Touch::channel).containsExactly("email", "phone");
    }

    @Test
    void usesInterestsAndThePastAreOfAllPeople() {
        Target account = account(FACTS);
        assertThat(account.uses("plan")).extracting(Target.Use::metric).containsExactlyInAnyOrder("seats", "calls");
        assertThat(account.uses("b")).isEmpty();
        assertThat(account.interests())
                .extracting(Target.Interested::productId, Target.Interested::interest)
                .containsExactly(tuple("b", 4.0), tuple("a", 2.0));
        assertThat(account.past())
                .extracting(Target.OfferEvent::event)
                .containsExactly(OfferEventType.DELIVERED, OfferEventType.CLICKED);
        assertThat(account.past().get(0).trigger()).isNull();
        assertThat(account.past().get(0).segment()).as("a word of theirs").isNull();
    }

    @Test
    void theOrderOfFactsChangesNothing() {
        Target account = account(FACTS);
        for (int seed = 0; seed < 20; seed++) {
            List<Row> shuffled = new ArrayList<>(FACTS);
            Collections.shuffle(shuffled, new Random(seed));
            Target other = account(shuffled);
            assertThat(other).isEqualTo(account);
            assertThat(other.held()).containsExactlyElementsOf(account.held());
            assertThat(other.interests()).containsExactlyElementsOf(account.interests());
        }
    }

    @Test
    void whoeverHasNoFactsIsATargetAllTheSame() {
        Target nobody = TargetReader.read(FactRows.customer(null), Map.of());
        assertThat(nobody.held()).isEmpty();
        assertThat(nobody.likely("x")).isNull();
        assertThat(nobody.owns("x")).isFalse();
        assertThat(nobody.holding(null)).isNull();
    }
}
