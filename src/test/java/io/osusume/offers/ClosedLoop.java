package io.osusume.offers;

import io.osusume.acceptance.AcceptanceModel;
import io.osusume.acceptance.Coefficient;
import io.osusume.acceptance.Term;
import io.osusume.catalogue.SaleRules;
import io.osusume.config.OsusumeConfig;
import io.osusume.offers.Decider.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plays nights against what the night decides with: candidates, worth, guardrails, limits, and what past offers teach. Each night at
 * most so many customers get a mail, those whose best offer has the highest rank score; random offers are drawn of what the
 * guardrails let through, for customers drawn.
 */
final class ClosedLoop {
    enum Policy {
        /** As the product does: each night by what came of the mails until then. */
        LEARNING,
        /** By what is configured, for ever. */
        FROZEN,
        RANDOM
    }

    /**
     * What came of it, until what p_buy looks ahead after the last mail.
     *
     * @param income margin of all that was bought, less what the mails cost
     * @param anyway share of delivered offers of what was bought within the days of acceptance whatever was offered
     * @param made first deliveries, for what was promised and what came
     */
    record Result(double income, int contacts, int optOuts, double anyway, List<Made> made) {}

    /** One offer when it was first delivered, and whether it was taken. */
    record Made(int night, AcceptanceModel.Estimate estimate, int rank, boolean taken) {}

    static final double CONTACT_COST = 5;

    private final MadeUpCompany company;
    private final Policy policy;
    private final OsusumeConfig config;
    private final int mails;
    private final List<LoopCustomer> customers;
    private final Limits limits;
    private final Random random = new Random(5);
    private Map<Term.Key, Double> lastNight = Map.of();

    ClosedLoop(MadeUpCompany company, Policy policy, int mails) {
        this.company = company;
        this.policy = policy;
        this.mails = mails;
        this.config = policy == Policy.RANDOM
                ? Shelf.config(settings("offers.max_candidates=1000", "offers.keep_within=0"))
                : Shelf.config(settings());
        this.limits = new Limits(config.offers());
        this.customers = company.people.stream()
                .map(p -> new LoopCustomer(p, company, config))
                .toList();
    }

    /** Guardrails are as by default, but for the floor: as many mails go out by each policy. */
    static String[] settings(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "offers.contact_cost=" + CONTACT_COST,
                "offers.fatigue_cost=2",
                "offers.fatigue_cost_per_touch=10",
                "offers.min_expected_value=-1e9",
                "offers.max_per_customer=1"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /** Nights alone, then one more day. */
    void live(int nights) {
        for (int night = 0; night <= nights; night++) {
            for (LoopCustomer customer : customers) {
                customer.live(night);
            }
            if (night < nights) {
                send(night);
            }
        }
    }

    /** Then no more mails for as long as p_buy looks ahead, so that what only came earlier is no gain. */
    Result play(int nights) {
        for (int night = 0; night < nights + config.ranker().horizonDays(); night++) {
            for (LoopCustomer customer : customers) {
                customer.live(night);
            }
            if (night < nights) {
                send(night);
            }
        }
        return result();
    }

    private Result result() {
        List<Made> made = new ArrayList<>();
        customers.forEach(c -> made.addAll(c.made()));
        int contacts = customers.stream().mapToInt(LoopCustomer::contacts).sum();
        return new Result(
                customers.stream().mapToDouble(LoopCustomer::income).sum() - CONTACT_COST * contacts,
                contacts,
                (int) customers.stream().filter(LoopCustomer::left).count(),
                customers.stream().mapToInt(LoopCustomer::wasted).sum()
                        / (double) customers.stream()
                                .mapToInt(LoopCustomer::delivered)
                                .sum(),
                made);
    }

    private record Mail(LoopCustomer to, List<Decision> offers) {
        double score() {
            return offers.get(0).candidate().rankScore();
        }
    }

    private void send(int night) {
        LocalDate asOf = Shelf.AS_OF.plusDays(night);
        List<Target> all = targets(night);
        List<Target> targets = all.stream()
                .filter(t -> customers.get(LoopCustomer.number(t)).mayGetMail(night))
                .toList();
        Decider decider = decider(all, asOf);
        List<Mail> written = new ArrayList<>();
        for (Target target : targets) {
            List<Decision> offers = offers(decider.decide(target, Set.of()));
            if (!offers.isEmpty()) {
                written.add(new Mail(customers.get(LoopCustomer.number(target)), offers));
            }
        }
        if (policy == Policy.RANDOM) {
            Collections.shuffle(written, random);
        } else {
            written.sort(Comparator.comparing(Mail::score).reversed());
        }
        written.stream().limit(mails).forEach(m -> m.to.receive(m.offers, night + 1));
    }

    /** All customers, as a night sees them. */
    List<Target> targets(int night) {
        return customers.stream().map(c -> c.target(night)).toList();
    }

    /** What a night decides with; it has learned then. */
    Decider decider(List<Target> all, LocalDate asOf) {
        SaleRules rules = new SaleRules(company.catalogue, config.offers().priceBand());
        return new Assembly(config, rules, learned(all, asOf), asOf)
                .decider(RuleHints.of(company.rules, rules, config.offers()), BundlesByItem.of(List.of()));
    }

    /** What coefficients of acceptance were on the last night. */
    Map<Term.Key, Double> lastNight() {
        return Map.copyOf(lastNight);
    }

    private List<Decision> offers(List<Decision> decisions) {
        List<Decision> selling =
                decisions.stream().filter(d -> d.candidate().proposal().sells()).toList();
        if (policy != Policy.RANDOM) {
            return selling.stream()
                    .filter(d -> d.rank() > 0)
                    .sorted(Comparator.comparing(Decision::rank))
                    .toList();
        }
        List<ExpectedValue.Valued> eligible = new ArrayList<>(selling.stream()
                .filter(d -> d.stopped()
                        .map(s -> s.code().equals(Guardrails.OVER_LIMIT)
                                || s.code().equals(Guardrails.CONTRADICTORY))
                        .orElse(true))
                .map(Decision::candidate)
                .toList());
        Collections.shuffle(eligible, random);
        return limits.choose(eligible, Set.of(), company.catalogue).stream()
                .filter(d -> d.rank() > 0)
                .toList();
    }

    private Learned learned(List<Target> targets, LocalDate asOf) {
        UsualPBuy usual = usual(targets);
        double anyway = Anyway.of(config).within(usual.offered());
        PastOutcomes past =
                new PastOutcomes(policy == Policy.LEARNING ? trials(targets, asOf) : List.of(), Map.of(), List.of());
        AcceptanceModel model =
                AcceptanceModel.learn(past.trials(anyway), config.offers().acceptance(), anyway, lastNight);
        lastNight = model.coefficients().stream().collect(Collectors.toMap(Coefficient::key, Coefficient::mean));
        return new Learned(
                past,
                usual,
                middleLtv(targets),
                model,
                Shelf.unmeasured(config),
                config.offers().acceptance().confidence());
    }

    private List<TrialRows.Known> trials(List<Target> targets, LocalDate asOf) {
        Trials trials = new Trials(config.offers().acceptance(), (int) asOf.toEpochDay());
        return targets.stream()
                .flatMap(t -> trials.of(t).stream())
                .map(TrialRows::known)
                .toList();
    }

    private UsualPBuy usual(List<Target> targets) {
        return new UsualPBuy(
                mean(targets, config.ranker().keepPerCustomer()),
                mean(targets, config.offers().maxPerCustomer()));
    }

    private static double middleLtv(List<Target> targets) {
        return targets.stream()
                .mapToDouble(t -> t.state().ltv())
                .sorted()
                .skip(targets.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double mean(List<Target> targets, int places) {
        return targets.stream()
                .flatMap(t -> t.likely().stream().limit(places))
                .mapToDouble(Target.Likely::pBuy)
                .average()
                .orElse(0);
    }
}
