package io.osusume.offers;

import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.offers.Guardrail.Case;
import io.osusume.offers.Guardrails.Stopped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides about one target: candidates of all types, their worth, the best so many of them, what stops them, and of those that
 * nothing stops which are offered, in which order.
 *
 * <p>At most (products that the target has) × {@code offers.rules_per_product} rules are looked at, and at most {@code
 * offers.max_candidates} candidates are judged.
 */
final class Decider implements Serializable {
    private final List<Proposer> proposers;
    private final ExpectedValue worth;
    private final Guardrails guardrails;
    private final Limits limits;
    private final Knowledge known;
    private final int maxCandidates;

    Decider(List<Proposer> proposers, ExpectedValue worth, Judgement judgement, Knowledge known) {
        this.proposers = new ArrayList<>(proposers);
        this.worth = worth;
        this.guardrails = judgement.guardrails();
        this.limits = judgement.limits();
        this.maxCandidates = judgement.maxCandidates();
        this.known = known;
    }

    /** By what candidates are judged. */
    record Judgement(Guardrails guardrails, Limits limits, int maxCandidates) {}

    /**
     * What became of one candidate.
     *
     * @param stopped empty when it is offered
     * @param rank 1, 2, … of what is offered; else 0
     */
    record Decision(Valued candidate, Optional<Stopped> stopped, int rank) {}

    /**
     * All candidates of a target, each with what became of it.
     *
     * @param capped products and bundles of which other targets get the last ones
     */
    List<Decision> decide(Target target, Set<String> capped) {
        List<Valued> candidates = candidates(target);
        Case about = new Case(target, known.buyer(target), candidates);
        Map<Valued, Stopped> stopped = new HashMap<>();
        List<Valued> eligible = new ArrayList<>();
        for (Valued candidate : candidates) {
            Optional<Stopped> stop = guardrails.judge(candidate, about);
            stop.ifPresentOrElse(s -> stopped.put(candidate, s), () -> eligible.add(candidate));
        }
        List<Valued> chosen = limits.choose(eligible, capped, known.catalogue());
        Stopped overLimit = new Stopped(Guardrails.OVER_LIMIT, null);
        return candidates.stream()
                .map(c -> {
                    int rank = chosen.indexOf(c) + 1;
                    return rank > 0
                            ? new Decision(c, Optional.empty(), rank)
                            : new Decision(c, Optional.of(stopped.getOrDefault(c, overLimit)), 0);
                })
                .toList();
    }

    private Valued valued(Proposal proposal, Target target) {
        Valued valued = worth.value(proposal, target.segment());
        return Standing.stands(proposal, target) ? valued.standing(limits.keepWithin()) : valued;
    }

    /** The best candidates before anything stops them, the best first; what sells never crowds out content. */
    List<Valued> candidates(Target target) {
        List<Valued> all = proposers.stream()
                .flatMap(p -> p.propose(target).stream())
                .map(p -> valued(p, target))
                .sorted(Eligibility.BEST_FIRST)
                .toList();
        List<Valued> kept = new ArrayList<>();
        int selling = 0;
        for (Valued candidate : all) {
            if (!candidate.proposal().sells()
                    || Standing.stands(candidate.proposal(), target)
                    || selling++ < maxCandidates) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
