package io.osusume.contracts;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the contracts of a plan tell together: from renewal to renewal, the longest of 12, 6, 3 and 1 months that fits between
 * start and {@code renews_at} of nearly all; from payment to payment, the {@code billing} that most of them have, else what
 * their invoices tell, else the rows of which one follows the other, else the term.
 */
final class Plans implements Serializable {
    private static final int[] TERMS = {12, 6, 3, 1};
    /** Share of a plan's contracts that a term must fit. */
    private static final double NEARLY_ALL = 0.9;

    /** So many periods may be paid at once: two cost what prices differ by. */
    private static final int SEVERAL = 3;
    /** More than the periods one by one is not their price. */
    private static final double DEARER = 1.25;

    private final Map<String, Map<Integer, Long>> monthsApart = new TreeMap<>();
    private final Map<String, Map<String, Long>> billings = new TreeMap<>();
    private final Map<String, Cycle> listed = new TreeMap<>();
    private final Map<String, Double> usualPrices = new TreeMap<>();
    private final Map<String, Cycle> invoiced = new TreeMap<>();
    private final Map<String, Cycle> rowByRow = new TreeMap<>();
    private final Set<String> onLastDays = new TreeSet<>();

    /**
     * Counts contracts.
     *
     * @param months whole months between start and {@code renews_at}; null where there is no date, or between are no whole months
     * @param hasRenewal whether there is a date
     */
    void add(String plan, Integer months, boolean hasRenewal, String billing, long contracts) {
        if (hasRenewal) {
            monthsApart
                    .computeIfAbsent(plan, p -> new TreeMap<>())
                    .merge(months == null ? 0 : months, contracts, Long::sum);
        }
        if (Cycle.named(billing).isPresent()) {
            billings.computeIfAbsent(plan, p -> new TreeMap<>()).merge(billing, contracts, Long::sum);
        }
    }

    /** What the product says of its billing. */
    void addProduct(String plan, String billing) {
        Cycle.named(billing).ifPresent(c -> listed.put(plan, c));
    }

    /** The median price of a unit a payment; null where none is known. */
    void addPrice(String plan, Double usual) {
        if (usual != null) {
            usualPrices.put(plan, usual);
        }
    }

    /** The median time between a customer's invoices for the plan, where that is about a known period. */
    void addInvoices(String plan, double medianDays) {
        about(medianDays).ifPresent(c -> invoiced.put(plan, c));
    }

    /**
     * The median length of a plan's rows of which one follows the other, where that is about a known period.
     *
     * @param lastDays whether most of them end on their last day, and the next begins on the day after
     */
    void addRows(String plan, double medianDays, boolean lastDays) {
        about(medianDays).ifPresent(c -> rowByRow.put(plan, c));
        if (lastDays) {
            onLastDays.add(plan);
        }
    }

    private static Optional<Cycle> about(double days) {
        return Stream.of(new Cycle(0, 7), Cycle.MONTH, Cycle.ofMonths(3), Cycle.ofMonths(6), Cycle.YEAR)
                .filter(c -> Math.abs(c.lengthDays() / days - 1) < 0.2)
                .findFirst();
    }

    /** From row to row, where a company writes a row a period of this plan; empty where it does not. */
    Optional<Cycle> rows(String plan) {
        return Optional.ofNullable(rowByRow.get(plan));
    }

    /** Whether rows of this plan that one follows end on their last day, not on the first one of the next. */
    boolean rowsEndOnLastDays(String plan) {
        return onLastDays.contains(plan);
    }

    /** From payment to payment; empty where nothing tells it. */
    Optional<Cycle> payment(String plan, String ownBilling) {
        return Cycle.named(ownBilling)
                .or(() -> Optional.ofNullable(listed.get(plan)))
                .or(() -> mostFrequent(plan))
                .or(() -> Optional.ofNullable(invoiced.get(plan)))
                .or(() -> rows(plan))
                .or(() -> term(plan));
    }

    /**
     * A row as it was written, with its billing where its price tells it: one that says nothing of its billing, runs for several of
     * its plan's periods until its end or renewal, and costs about what all of them would, is paid once for all: a year's gift of a
     * monthly paper.
     */
    Claim told(Claim claim) {
        return Cycle.named(claim.billing()).isPresent()
                ? claim
                : payment(claim.plan(), null)
                        .flatMap(period -> atOnce(claim, period))
                        .map(claim::billed)
                        .orElse(claim);
    }

    /** As a contract names it: a number of months, or of weeks. */
    private Optional<String> atOnce(Claim claim, Cycle period) {
        LocalDate until =
                claim.dates().renews() == null ? claim.ended() : claim.dates().renews();
        Double usual = usualPrices.get(claim.plan());
        if (until == null || usual == null || claim.money().price() == null) {
            return Optional.empty();
        }
        int periods = period.steps(claim.paidFrom(), until.plusDays(Relations.NO_GAP_DAYS));
        boolean whole = Math.abs(period.after(claim.paidFrom(), periods).toEpochDay() - until.toEpochDay())
                <= Relations.NO_GAP_DAYS;
        double times =
                claim.money().price().doubleValue() / claim.money().units().doubleValue() / usual;
        return whole && periods >= SEVERAL && times > Math.sqrt(periods) && times <= DEARER * periods
                ? new Cycle(period.months() * periods, period.days() * periods).billing()
                : Optional.empty();
    }

    /** From renewal to renewal: what the dates tell, never shorter than from payment to payment. */
    Cycle term(String plan, Cycle payment) {
        return term(plan).filter(t -> t.lengthDays() > payment.lengthDays()).orElse(payment);
    }

    private Optional<Cycle> mostFrequent(String plan) {
        return billings.getOrDefault(plan, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .flatMap(e -> Cycle.named(e.getKey()));
    }

    private Optional<Cycle> term(String plan) {
        Map<Integer, Long> apart = monthsApart.getOrDefault(plan, Map.of());
        long all = apart.values().stream().mapToLong(n -> n).sum();
        return IntStream.of(TERMS)
                .filter(months -> all > 0 && fits(apart, months) >= NEARLY_ALL * all)
                .mapToObj(Cycle::ofMonths)
                .findFirst();
    }

    private static long fits(Map<Integer, Long> apart, int months) {
        return apart.entrySet().stream()
                .filter(e -> e.getKey() > 0 && e.getKey() % months == 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
