package io.osusume.offers;

import io.osusume.config.OffersConfig;
import io.osusume.config.SilenceConfig;
import io.osusume.offers.ExpectedValue.Valued;
import io.osusume.offers.Guardrail.Case;
import io.osusume.offers.Guardrail.Stop;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a candidate is not offered. The rules are asked in their order; the first that stops a candidate gives the reason and
 * the release date. Each judges a candidate by itself, whatever becomes of others; candidates that contradict each other are
 * told apart among those that no rule stops ({@link Limits}).
 */
final class Guardrails implements Serializable {
    static final String CONTRADICTORY = "contradictory";
    static final String OVER_LIMIT = "over_limit";

    private final List<Guardrail> rules = new ArrayList<>();
    private final SilenceConfig silence;
    private final Touches touches;
    private final int asOfDay;

    Guardrails(OffersConfig config, Knowledge known, Touches touches) {
        this.silence = config.silence();
        this.touches = touches;
        this.asOfDay = known.asOfDay();
        Eligibility eligibility =
                new Eligibility(known.catalogue(), config.upsell().minLoyalty());
        double floor = config.minExpectedValue();
        // Of what keeps a customer a floor of its own: none by default.
        double retention = config.downsell().minExpectedValue().orElse(Double.NEGATIVE_INFINITY);
        JustBought justBought = new JustBought(silence.similarDays(), known);
        add("no_consent", (c, about) -> Stop.when(!about.target().state().consentKnown()));
        add("opted_out", (c, about) -> Stop.when(!about.target().state().mayContact()));
        SignRules signs = new SignRules(config.unhappy(), known);
        add("held_by_person", (c, about) -> signs.held(c.proposal(), about.target()));
        add("open_issue", (c, about) -> Stop.when(about.target().state().care()));
        add("contact_cap", (c, about) -> contactCap(about.target()));
        add("fatigued", (c, about) -> inSegment(about, Segment.FATIGUED));
        add("at_risk", (c, about) -> sells(c, OfferType.DOWNSELL) ? inSegment(about, Segment.AT_RISK) : Stop.NO);
        add("unpaid", (c, about) -> SignRules.unpaid(c.proposal(), about.target()));
        add("resting", (c, about) -> signs.resting(c.proposal(), about.target()));
        add("unhappy", (c, about) -> signs.unhappy(c.proposal(), about.target()));
        add("detractor", (c, about) -> SignRules.detractor(c.proposal(), about.target()));
        add("not_ready", (c, about) -> notReady(c, about.target()));
        add("declined", (c, about) -> declined(c.proposal(), about.target()));
        Accepted accepted = new Accepted(silence.acceptedDays(), known);
        add("accepted", (c, about) -> accepted.judge(c.proposal(), about.target()));
        add("ignored", (c, about) -> ignored(c.proposal(), about.target()));
        Former former = new Former(silence.formerDays(), known);
        add("former", (c, about) -> former.judge(c.proposal(), about.target()));
        add("not_offerable", (c, about) -> Stop.by(eligibility.notOfferable(c.proposal())));
        add("owned", (c, about) -> Stop.by(eligibility.owned(c.proposal(), about)));
        add("company_has", (c, about) -> signs.companyHas(c.proposal(), about.target()));
        add("just_bought", (c, about) -> justBought.judge(c.proposal(), about.target()));
        add("account_offer", (c, about) -> Stop.when(offeredToAccount(c.proposal(), about.target())));
        add("ineligible", (c, about) -> eligibility.ineligible(c.proposal(), about));
        add("no_day_left", (c, about) -> noDayLeft(c.proposal(), known.timing()));
        add("harms", (c, about) -> Stop.when(c.uplift().value() < 0));
        add(
                "below_floor",
                (c, about) -> Stop.when(c.proposal().sells()
                        && c.expectedValue() < (c.proposal().type() == OfferType.DOWNSELL ? retention : floor)));
    }

    private static Stop noDayLeft(Proposal proposal, Timing timing) {
        return proposal.moment().to() < timing.first() ? Stop.until(timing.first()) : Stop.NO;
    }

    private void add(String code, Guardrail.Rule rule) {
        rules.add(new Guardrail(code, rule));
    }

    /** The codes in their order, those of what is chosen among last. */
    List<String> codes() {
        List<String> codes = new ArrayList<>(rules.stream().map(Guardrail::code).toList());
        codes.add(CONTRADICTORY);
        codes.add(OVER_LIMIT);
        return codes;
    }

    /**
     * Why a candidate was stopped.
     *
     * @param by the product or set that stands in the way; null where it is nothing of that kind
     */
    record Stopped(String code, Integer releaseDay, String by) {
        Stopped(String code, Integer releaseDay) {
            this(code, releaseDay, null);
        }
    }

    /** The first rule that stops a candidate, if any does. */
    Optional<Stopped> judge(Valued candidate, Case about) {
        for (Guardrail rule : rules) {
            Stop stop = rule.rule().judge(candidate, about);
            if (stop.stops()) {
                return Optional.of(new Stopped(rule.code(), stop.releaseDay(), stop.by()));
            }
        }
        return Optional.empty();
    }

    private static boolean sells(Valued candidate, OfferType but) {
        return candidate.proposal().sells() && candidate.proposal().type() != but;
    }

    private static Stop inSegment(Case about, Segment segment) {
        return Stop.when(about.target().segment() == segment);
    }

    private Stop contactCap(Target target) {
        return touches.atCap(target) ? Stop.until(touches.freeDay(target)) : Stop.NO;
    }

    /** An account that surges is ready, whatever its recipient's own segment. */
    private static Stop notReady(Valued candidate, Target target) {
        return Stop.when(candidate.proposal().sells() && !target.isAccount() && target.segment() == Segment.NURTURE);
    }

    /** A product is silent after it was declined, and a whole type after several refusals. */
    private Stop declined(Proposal proposal, Target target) {
        int release = Integer.MIN_VALUE;
        int refusals = 0;
        int latest = Integer.MIN_VALUE;
        for (Target.OfferEvent past : target.past()) {
            if (past.event() != OfferEventType.DECLINED) {
                continue;
            }
            if (isAbout(past, proposal)) {
                release = Math.max(release, past.day() + silence.declinedDays(past.offerType()));
            }
            if (past.offerType() == proposal.type() && past.day() + silence.declinedTypeDays() > asOfDay + 1) {
                refusals++;
                latest = Math.max(latest, past.day());
            }
        }
        if (refusals >= silence.declinesPerType()) {
            release = Math.max(release, latest + silence.declinedTypeDays());
        }
        return release > asOfDay + 1 ? Stop.until(release) : Stop.NO;
    }

    /** Deliveries that follow each other without a reaction are one offer, ignored since the first: who repeats it does not start anew. */
    private Stop ignored(Proposal proposal, Target target) {
        Integer since = null;
        Integer latest = null;
        for (Target.OfferEvent past : target.past()) {
            if (past.offerType() != proposal.type() || !isAbout(past, proposal)) {
                continue;
            }
            boolean isDelivery = past.event() == OfferEventType.DELIVERED;
            if (isDelivery && (latest == null || past.day() != latest)) {
                since = since == null ? Integer.valueOf(past.day()) : since;
                latest = past.day();
            } else if (!isDelivery && past.event() != OfferEventType.VIEWED && latest != null) {
                since = null;
            }
        }
        boolean silent = since != null && since + silence.ignoredAfterDays() <= asOfDay;
        return silent && latest + silence.ignoredDays() > asOfDay + 1
                ? Stop.until(latest + silence.ignoredDays())
                : Stop.NO;
    }

    static boolean isAbout(Target.OfferEvent past, Proposal proposal) {
        return past.subjectId() != null
                && (past.subjectId().equals(proposal.subject().bundleId()) || proposal.offers(past.subjectId()));
    }

    /** What is offered to an account as a whole is not offered to each of its people. */
    private static boolean offeredToAccount(Proposal proposal, Target target) {
        return !target.isAccount()
                && target.surge() != null
                && target.surge().offered().stream().anyMatch(proposal::offers);
    }
}
