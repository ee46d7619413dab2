package io.osusume.offers;

import io.osusume.catalogue.Item;
import io.osusume.offers.Proposal.Gain;
import io.osusume.offers.Proposal.Reason;
import io.osusume.offers.Proposal.Subject;
import io.osusume.tables.OfferType;
import io.osusume.tables.Trigger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Candidates to go on from the trial of a plan that costs something to the same plan, paid, before the trial ends. Until then no
 * higher plan is proposed: {@link Upsell}. A trial that costs nothing for good leads to the next plan there.
 */
final class KeepTrial implements Proposer {
    private final Knowledge known;

    KeepTrial(Knowledge known) {
        this.known = known;
    }

    @Override
    public List<Proposal> propose(Target target) {
        List<Proposal> proposals = new ArrayList<>();
        for (Holding held : target.held()) {
            Item plan = known.catalogue().item(held.productId());
            if (plan != null && held.contract() && isOnTrial(target, plan)) {
                int day = Sign.day(target, Sign.Kind.TRIAL_ENDS, plan.id()).orElseThrow();
                Moment moment = known.timing().at(Trigger.RENEWAL, day);
                if (moment != null && held.cancelDay() == null) {
                    proposals.add(proposal(held, plan, moment.endingBy(day), day));
                }
            }
        }
        return proposals;
    }

    /** Whether it runs for nothing until a day, and costs something from then on. */
    static boolean isOnTrial(Target target, Item plan) {
        return plan.costs()
                && target.signs().stream()
                        .anyMatch(s ->
                                s.kind() == Sign.Kind.TRIAL_ENDS && plan.id().equals(s.subject()));
    }

    private Proposal proposal(Holding held, Item plan, Moment moment, int day) {
        Gain one = known.gains().sale(plan);
        return new Proposal(
                OfferType.UPSELL,
                Subject.product(plan.id()),
                plan.id(),
                moment,
                1,
                new Reason(
                        "trial_kept",
                        Map.of("anchor", plan.id(), "product", plan.id(), "date", LocalDate.ofEpochDay(day))),
                null,
                new Gain(one.price(), 0, one.deltaLtv() * held.replaced()));
    }
}
