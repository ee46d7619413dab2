package io.osusume.offers;

import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.offers.Guardrail.Case;
import io.osusume.offers.Guardrail.Stop;
import io.osusume.tables.OfferType;

/** What docs/extending.md shows of a new guardrail. {@link GuardrailRecipeTest} runs it. */
final class GuardrailRecipe {
    /** Days from the start of a contract in which its plan is left alone. */
    private static final int SETTLING_DAYS = 30;

    private GuardrailRecipe() {}

    static Guardrail rule(int asOfDay) {
        return new Guardrail("settling_in", (c, about) -> settlingIn(c, about, asOfDay));
    }

    // [guardrail]
    /** No other plan is offered to who has just begun with this one; from a month on it may be. */
    private static Stop settlingIn(Valued candidate, Case about, int asOfDay) {
        Proposal proposal = candidate.proposal();
        boolean changesPlan = proposal.type() == OfferType.UPSELL || proposal.type() == OfferType.DOWNSELL;
        Holding held = changesPlan ? about.target().holding(proposal.anchorId()) : null;
        if (held == null || held.startedDay() == null) {
            return Stop.NO;
        }
        int release = held.startedDay() + SETTLING_DAYS;
        return release > asOfDay + 1 ? Stop.until(release) : Stop.NO;
    }
    // [end]
}
