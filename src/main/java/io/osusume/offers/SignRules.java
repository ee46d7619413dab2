package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.config.UnhappyConfig;
import io.osusume.offers.Guardrail.Stop;
import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.util.Optional;

/** The guardrails by {@link Sign}s: a person's word, a customer who owes or is unhappy, what the company has. */
final class SignRules implements Serializable {
    /** A day so far ahead stands for none. */
    private static final int FURTHER_NOTICE = 3660;

    private final UnhappyConfig unhappy;
    private final Knowledge known;

    SignRules(UnhappyConfig unhappy, Knowledge known) {
        this.unhappy = unhappy;
        this.known = known;
    }

    /** Released on the day after the last one. */
    Stop held(Proposal proposal, Target target) {
        Optional<Sign> hold = Sign.about(target, Sign.Kind.HOLD, proposal);
        return hold.map(h -> new Stop(
                        true,
                        h.day() == null ? null : h.day() + 1,
                        h.note() == null || h.note().isEmpty() ? null : h.note()))
                .orElse(Stop.NO);
    }

    /** After a low mark, or a severe case, nothing but a step down for some days. */
    Stop unhappy(Proposal proposal, Target target) {
        if (!proposal.sells() || proposal.type() == OfferType.DOWNSELL) {
            return Stop.NO;
        }
        int marked = release(target, Sign.Kind.LOW_MARK, unhappy.satisfactionDays());
        int severe = release(target, Sign.Kind.SEVERE_CASE, unhappy.severeDays());
        int release = Math.max(marked, severe);
        return release > known.asOfDay() + 1 ? Stop.until(release) : Stop.NO;
    }

    /** Who owes a payment is sold nothing but a step down. */
    static Stop unpaid(Proposal proposal, Target target) {
        return Stop.when(proposal.sells()
                && proposal.type() != OfferType.DOWNSELL
                && target.signs().stream().anyMatch(s -> s.kind() == Sign.Kind.UNPAID));
    }

    /** Whose contracts all rest is sold nothing until the first of them goes on. */
    Stop resting(Proposal proposal, Target target) {
        return proposal.sells() && proposal.type() != OfferType.DOWNSELL
                ? Sign.day(target, Sign.Kind.RESTS, null)
                        .map(day -> day - known.asOfDay() > FURTHER_NOTICE ? Stop.YES : Stop.until(day))
                        .orElse(Stop.NO)
                : Stop.NO;
    }

    private static int release(Target target, Sign.Kind kind, int days) {
        return Sign.day(target, kind, null).map(d -> d + days).orElse(Integer.MIN_VALUE);
    }

    /** Who would not recommend us is offered nothing dearer of what they have. */
    static Stop detractor(Proposal proposal, Target target) {
        return Stop.when(proposal.type() == OfferType.UPSELL
                && target.signs().stream().anyMatch(s -> s.kind() == Sign.Kind.DETRACTOR));
    }

    /** What the company has enough of, or a higher tier of, is not sold to its people. */
    Stop companyHas(Proposal proposal, Target target) {
        if (proposal.type() != OfferType.CROSS_SELL && proposal.type() != OfferType.BUNDLE) {
            return Stop.NO;
        }
        return Stop.by(target.signs().stream()
                .filter(s -> s.kind() == Sign.Kind.COMPANY_HAS)
                .map(Sign::subject)
                .filter(has -> JustBought.parts(proposal).stream().anyMatch(part -> covers(has, part)))
                .findFirst());
    }

    private boolean covers(String has, String part) {
        if (has.equals(part)) {
            return true;
        }
        Item a = known.catalogue().item(has);
        Item b = known.catalogue().item(part);
        return a != null
                && b != null
                && a.sameFamily(b)
                && a.tier() != null
                && b.tier() != null
                && a.tier() >= b.tier();
    }
}
