package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.config.OffersConfig;
import io.osusume.offers.Decider.Decision;
import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.offers.Guardrails.Stopped;
import io.osusume.tables.OfferType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many offers one target gets: of what may be offered, best first, those of which others do not get the last ones, one per
 * family (but alternatives to one plan), so many of a type, so many in all.
 */
final class Limits implements Serializable {
    private final int perTarget;
    private final Map<OfferType, Double> perType;
    private final double keepWithin;

    Limits(OffersConfig config) {
        this.perTarget = config.maxPerCustomer();
        this.perType = new HashMap<>(config.maxPerType());
        this.keepWithin = config.keepWithin();
    }

    /** How much better another must be than an offer that stands. */
    double keepWithin() {
        return keepWithin;
    }

    /**
     * What becomes of each candidate that no guardrail stops, the best first. Only what is offered contradicts another: what is itself
     * stopped, or beyond a limit, knocks out nothing.
     *
     * @param eligible what no guardrail stops, in the order in which it is offered
     * @param capped subjects of which others get the last ones
     * @param catalogue tells families
     */
    List<Decision> choose(List<Valued> eligible, Set<String> capped, Catalogue catalogue) {
        Contradiction contradiction = new Contradiction(catalogue);
        List<Valued> chosen = new ArrayList<>();
        List<Decision> decisions = new ArrayList<>();
        Set<String> families = new HashSet<>();
        Map<OfferType, Integer> types = new EnumMap<>(OfferType.class);
        for (Valued candidate : eligible) {
            Proposal proposal = candidate.proposal();
            Optional<Valued> better = chosen.stream()
                    .filter(c -> contradiction.between(c.proposal(), proposal))
                    .findFirst();
            if (better.isPresent()) {
                String by = better.get().proposal().subject().key();
                decisions.add(Decision.stopped(candidate, new Stopped(Guardrails.CONTRADICTORY, null, by)));
            } else if (chosen.size() < perTarget
                    && !capped.contains(proposal.subject().key())
                    && types.getOrDefault(proposal.type(), 0) < perType.getOrDefault(proposal.type(), 1e9)
                    && families.add(family(proposal, catalogue))) {
                types.merge(proposal.type(), 1, Integer::sum);
                chosen.add(candidate);
                decisions.add(new Decision(candidate, Optional.empty(), chosen.size(), 0));
            } else {
                decisions.add(Decision.stopped(candidate, new Stopped(Guardrails.OVER_LIMIT, null)));
            }
        }
        return decisions;
    }

    private static String family(Proposal proposal, Catalogue catalogue) {
        if (proposal.type() == OfferType.NURTURE
                || proposal.type() == OfferType.DOWNSELL
                || proposal.subject().productId() == null) {
            return proposal.type().wire() + '\n' + proposal.subject().key();
        }
        return catalogue.item(proposal.subject().productId()).familyOrSelf();
    }
}
