package io.osusume.contracts;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One customer's contracts, from what was written. Rows of one plan that follow each other without a gap are one contract (a
 * row a month, a row a change of quantity); rows that run side by side are contracts of their own, each with its own end. A
 * contract whose place another of the family takes when it ends is no loss: the relation runs on, and each contract follows
 * one other at most. One that ran alongside is no change of plan.
 */
final class Relations implements Serializable {
    /** Rows that follow each other begin on the last day of the one before, or soon after it. */
    static final int NO_GAP_DAYS = 3;
    /** A new plan may begin while the last paid period of the old one runs on. */
    private static final int OVERLAP_DAYS = 31;

    private static final double WHOLE = 0.1;

    private final Plans plans;
    private final LocalDate asOf;
    private final int graceDays;

    Relations(Plans plans, LocalDate asOf, int graceDays) {
        this.plans = plans;
        this.asOf = asOf;
        this.graceDays = graceDays;
    }

    /** @param families family by plan */
    List<Contract> of(List<Claim> written, Map<String, String> families) {
        Map<String, List<Claim>> byPlan = written.stream()
                .map(plans::told)
                .collect(Collectors.groupingBy(Claim::plan, TreeMap::new, Collectors.toList()));
        Set<String> sideBySide = new HashSet<>();
        Map<String, List<Claim>> byFamily = new TreeMap<>();
        byPlan.forEach((plan, claims) -> {
            List<Claim> sorted = claims.stream().sorted(Claim.IN_ORDER).toList();
            boolean parallel = overlap(sorted);
            if (parallel) {
                sideBySide.add(plan);
            }
            byFamily.computeIfAbsent(families.getOrDefault(plan, plan), f -> new ArrayList<>())
                    .addAll(parallel ? sorted : joined(sorted));
        });
        List<Contract> contracts = new ArrayList<>();
        byFamily.forEach((family, claims) -> contracts.addAll(related(family, claims, sideBySide)));
        return contracts;
    }

    private static boolean overlap(List<Claim> sorted) {
        LocalDate until = null;
        for (Claim claim : sorted) {
            if (until != null && claim.started().isBefore(until.minusDays(NO_GAP_DAYS))) {
                return true;
            }
            LocalDate ends = claim.ended() == null ? LocalDate.MAX : claim.ended();
            until = until == null || ends.isAfter(until) ? ends : until;
        }
        return false;
    }

    /** Makes one of rows that follow each other. */
    private List<Claim> joined(List<Claim> sorted) {
        List<Claim> result = new ArrayList<>();
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from + 1;
            while (to < sorted.size()
                    && follows(sorted.get(to - 1), sorted.get(to))
                    && isOneContract(sorted, from, to)) {
                to++;
            }
            Claim newest = sorted.get(to - 1);
            Claim whole = newest.since(sorted.get(from).started());
            LocalDate next = nextOf(newest, to - from > 1 ? sorted.get(to - 2) : null);
            result.add(isPeriod(newest, next, to - from > 1) ? whole.goingOn(next) : whole);
        }
        return result;
    }

    /** What is paid after a trial at price 0 is a contract of its own, which takes the trial's place. */
    private static boolean isOneContract(List<Claim> sorted, int from, int to) {
        return sorted.get(to).free() || !sorted.subList(from, to).stream().allMatch(Claim::free);
    }

    /**
     * Where rows end on their last day, the next begins on the day after; not after one that ends on the day that it began on.
     * A customer's only row ends as the plan's others do. Null where no end is known.
     */
    private LocalDate nextOf(Claim newest, Claim before) {
        if (newest.ended() == null) {
            return null;
        }
        boolean lastDays = before == null
                ? plans.rowsEndOnLastDays(newest.plan())
                : before.ended().plusDays(1).equals(newest.started());
        boolean another = newest.ended().getDayOfMonth() != newest.started().getDayOfMonth();
        return lastDays && another ? newest.ended().plusDays(1) : newest.ended();
    }

    private static boolean follows(Claim last, Claim next) {
        return !next.started().isAfter(last.ended().plusDays(NO_GAP_DAYS));
    }

    /**
     * Of rows that follow each other, the newest one's end ahead is merely the end of its period; so is a customer's only one's,
     * of a plan of which others have a row a period. On its last day a period is not over, and the next is not due.
     *
     * @param next when the next would begin; null where no end is known
     */
    private boolean isPeriod(Claim newest, LocalDate next, boolean follows) {
        if (next == null || !next.isAfter(asOf) || newest.cancelRequested() != null) {
            return false;
        }
        Optional<Cycle> period = follows ? plans.payment(newest.plan(), newest.billing()) : plans.rows(newest.plan());
        return period.isPresent()
                && Math.abs(period.get().after(newest.started(), 1).toEpochDay()
                                - newest.ended().toEpochDay())
                        <= NO_GAP_DAYS;
    }

    private List<Contract> related(String family, List<Claim> claims, Set<String> sideBySide) {
        List<Claim> sorted = claims.stream().sorted(Claim.IN_ORDER).toList();
        int[] follows = new int[sorted.size()];
        Arrays.fill(follows, -1);
        Set<Integer> replaced = new HashSet<>();
        for (int next = 0; next < sorted.size(); next++) {
            for (int last = 0; last < next && follows[next] < 0; last++) {
                if (!replaced.contains(last) && takesPlace(sorted.get(last), sorted.get(next), sideBySide)) {
                    follows[next] = last;
                    replaced.add(last);
                }
            }
        }
        List<Contract> result = new ArrayList<>();
        LocalDate[] since = new LocalDate[sorted.size()];
        for (int i = 0; i < sorted.size(); i++) {
            Claim claim = sorted.get(i);
            since[i] = follows[i] < 0 ? claim.started() : since[follows[i]];
            result.add(contract(claim, family, since[i], replaced.contains(i)));
        }
        return result;
    }

    private Contract contract(Claim claim, String family, LocalDate since, boolean replaced) {
        Cycle payment = plans.payment(claim.plan(), claim.billing()).orElse(null);
        Cycle term = payment == null ? null : plans.term(claim.plan(), payment);
        int before = term == null
                ? 0
                : (int) ((claim.started().toEpochDay() - since.toEpochDay()) / term.lengthDays() + WHOLE);
        return new Contract(
                anchored(claim, term, payment), family, term, payment, before, replaced && claim.hasEnded(asOf));
    }

    /** Where each payment is a renewal and only payments are known, renewals are counted from them. */
    private static Claim anchored(Claim claim, Cycle term, Cycle payment) {
        LocalDate paid = claim.dates().nextPayment();
        return paid == null || term == null || claim.dates().renews() != null || !term.equals(payment)
                ? claim
                : claim.renewing(paid);
    }

    private boolean takesPlace(Claim last, Claim next, Set<String> sideBySide) {
        if (last.ended() == null || !next.started().isAfter(last.started())) {
            return false;
        }
        boolean same = last.plan().equals(next.plan());
        if (same && sideBySide.contains(next.plan())) {
            return false;
        }
        return !next.started().isAfter(last.ended().plusDays(graceDays))
                && !next.started().isBefore(last.ended().minusDays(same ? NO_GAP_DAYS : OVERLAP_DAYS));
    }
}
