package io.osusume.offers;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.catalogue.Catalogue;
import io.osusume.config.OsusumeConfig;
import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.offers.Guardrail.Case;
import io.osusume.offers.Guardrail.Stop;
import io.osusume.tables.OfferType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of docs/extending.md judges real candidates. As-of 2026-06-30. */
class GuardrailRecipeTest {
    private static final OsusumeConfig CONFIG = Shelf.config();
    private static final Catalogue CATALOGUE =
            Catalogue.of(List.of(Shelf.plan("basic", "plan", 1, 10_000), Shelf.plan("team", "plan", 2, 30_000)));

    private static Stop judge(int startedDaysAgo) {
        Target target = Shelf.who("ready")
                .has(Shelf.contract("basic", startedDaysAgo, 200, null))
                .likes("team", 9, 1)
                .target();
        List<Valued> candidates = Shelf.decider(CATALOGUE, CONFIG, List.of()).candidates(target);
        Valued upsell = candidates.stream()
                .filter(c -> c.proposal().type() == OfferType.UPSELL)
                .findFirst()
                .orElseThrow();
        return GuardrailRecipe.rule(Shelf.TODAY)
                .rule()
                .judge(upsell, new Case(target, Shelf.known(CATALOGUE, CONFIG).buyer(target)));
    }

    @Test
    void aPlanThatBeganTenDaysAgoIsLeftAloneForTwentyMore() {
        assertThat(LocalDate.ofEpochDay(judge(10).releaseDay())).isEqualTo("2026-07-20");
    }

    /** Offers go out on the day after the as-of day: on the 30th day the plan may be changed. */
    @Test
    void afterAMonthItMayBeChanged() {
        assertThat(judge(28).stops()).isTrue();
        assertThat(judge(29).stops()).isFalse();
    }
}
