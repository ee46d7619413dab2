package io.osusume.offers;

import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.offers.Guardrail.Case;
import io.osusume.offers.Guardrails.Stopped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides about one target: candidates of all types, their worth, what stops them, and of those that
 * nothing stops which are offered, in which order.
 *
 * <p>At most (products that the target has) × {@code offers.rules_per_product} rules are looked at. All candidates are judged; at most
 * {@code offers.max_candidates} are listed, and the others counted.
 */
final class Decider implements Serializable {
    private final List<Proposer> proposers;
    private final ExpectedValue worth;
    private final Guardrails guardrails;
    private final Limits limits;
    private final Knowledge known;
    private final Addressed.Reader reader;
    private final int maxCandidates;

    Decider(List<Proposer> proposers, ExpectedValue worth, Judgement judgement, Knowledge known) {
        this.proposers = new ArrayList<>(proposers);
        this.worth = worth;
        this.guardrails = judgement.guardrails();
        this.limits = judgement.limits();
        this.reader = judgement.reader();
        this.maxCandidates = judgement.maxCandidates();
        this.known = known;
    }

    /** By what candidates are judged. */
    record Judgement(Guardrails guardrails, Limits limits, Addressed.Reader reader, int maxCandidates) {}

    /**
     * What became of one candidate.
     *
     * @param stopped empty when it is offered
     * @param rank 1, 2, … of what is offered; else 0
     * @param more candidates of its type that are not listed, as they are worth less and were stopped for the same reason
     */
    record Decision(Valued candidate, Optional<Stopped> stopped, int rank, int more) {
        static Decision stopped(Valued candidate, Stopped why) {
            return new Decision(candidate, Optional.of(why), 0, 0);
        }

        /** Its type, and why it is stopped. */
        String fate() {
            return candidate.proposal().type().wire()
                    + '\n'
                    + stopped.map(Stopped::code).orElse("");
        }
    }

    /**
     * The best candidates of a target, each with what became of it, the best first; of those beyond, for each type and reason that
     * the best do not show one more. Each counts those that are not listed.
     *
     * @param capped products and bundles of which other targets get the last ones
     */
    List<Decision> decide(Target target, Set<String> capped) {
        Case about = new Case(target, known.buyer(target));
        List<Decision> all = new ArrayList<>();
        List<Valued> eligible = new ArrayList<>();
        for (Valued candidate : candidates(target)) {
            guardrails
                    .judge(candidate, about)
                    .ifPresentOrElse(s -> all.add(Decision.stopped(candidate, s)), () -> eligible.add(candidate));
        }
        all.addAll(limits.choose(Order.of(target, eligible), capped, known.catalogue()));
        all.sort(Comparator.comparing(Decision::candidate, Eligibility.BEST_FIRST));
        return listed(all, target);
    }

    /** All candidates before anything stops them, the best first; of several for one thing the best. */
    List<Valued> candidates(Target target) {
        Map<String, Valued> best = new LinkedHashMap<>();
        Addressed to = reader.of(target);
        proposers.stream()
                .flatMap(p -> p.propose(target).stream())
                .map(p -> valued(known.whileSold(p), target, to))
                .sorted(Eligibility.BEST_FIRST)
                .forEach(v -> best.putIfAbsent(
                        v.proposal().type().wire()
                                + '\n'
                                + v.proposal().subject().key(),
                        v));
        return List.copyOf(best.values());
    }

    private Valued valued(Proposal proposal, Target target, Addressed to) {
        Valued valued = worth.value(proposal, to).drawn(target);
        return Standing.stands(proposal, target) ? valued.standing(limits.keepWithin()) : valued;
    }

    /** What is offered, or was last night, is always listed, and what sells never crowds out content. */
    private List<Decision> listed(List<Decision> all, Target target) {
        Map<String, Integer> beyond = new HashMap<>();
        Map<String, Decision> first = new LinkedHashMap<>();
        List<Decision> listed = new ArrayList<>();
        int selling = 0;
        for (Decision decision : all) {
            Proposal proposal = decision.candidate().proposal();
            boolean always = !proposal.sells() || decision.rank() > 0 || Standing.stands(proposal, target);
            if (always || selling++ < maxCandidates) {
                listed.add(decision);
                first.putIfAbsent(decision.fate(), decision);
            } else if (first.putIfAbsent(decision.fate(), decision) == null) {
                listed.add(decision);
            } else {
                beyond.merge(decision.fate(), 1, Integer::sum);
            }
        }
        return listed.stream()
                .map(d -> d.equals(first.get(d.fate())) && beyond.containsKey(d.fate())
                        ? new Decision(d.candidate(), d.stopped(), d.rank(), beyond.get(d.fate()))
                        : d)
                .toList();
    }
}
