package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.catalogue.Catalogue;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ladders as companies really keep them. */
class LadderTest {
    @Test
    void aGapIsSteppedOverAndEqualTiersAreNoStep() {
        Catalogue c = Shelf.catalogue(
                Shelf.plan("a", "f", 1, 10),
                Shelf.plan("b", "f", 4, 20),
                Shelf.plan("b2", "f", 4, 20),
                Shelf.plan("c", "f", 9, 30),
                Shelf.plan("x", "g", 2, 30));
        assertThat(c.item("a").ladder().higher()).isEqualTo("b");
        assertThat(c.item("b").ladder().higher()).isEqualTo("c");
        assertThat(c.item("b2").ladder().higher()).isEqualTo("c");
        assertThat(c.item("c").ladder().higher()).isNull();
        assertThat(c.item("c").ladder().lower()).isEqualTo("b");
        assertThat(c.item("b").ladder().lower()).isEqualTo("a");
        assertThat(c.item("a").ladder().lower()).isNull();
        assertThat(c.item("x").ladder().higher()).isNull();
    }

    @Test
    void productsThatRequireEachOtherAreNeverOffered() {
        Catalogue c = Shelf.catalogue(
                Shelf.goods("pc", 100_000),
                Shelf.requiring(Shelf.goods("hen", 5_000), "egg"),
                Shelf.requiring(Shelf.goods("egg", 5_000), "hen"));
        assertThat(Shelf.decider(
                                c,
                                Shelf.config(),
                                java.util.List.of(Shelf.rule("pc", "hen", .5, 5), Shelf.rule("pc", "egg", .5, 5)))
                        .decide(Shelf.who("ready").has(Shelf.bought("pc", 3)).target(), Set.of()))
                .hasSize(2)
                .allMatch(d -> d.stopped().orElseThrow().code().equals("ineligible"));
    }
}
