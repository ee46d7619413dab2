package io.osusume.doctor;

import io.osusume.config.OrdersConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.intake.Staging;
import io.osusume.intake.TrialResult;
import io.osusume.intake.TrialResult.Group;
import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the rows of one input say of the night to come. */
final class DataFindings {
    private static final int REASONS = 3;
    private static final int LONGEST_EXAMPLE = 160;

    private static final String UNKNOWN = "unknown";
    /** More lines of unknown statuses than this share stop the night. */
    private static final double UNKNOWN_LIMIT = 0.01;

    private final OsusumeConfig config;
    private final LocalDate asOf;

    DataFindings(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    List<Finding> of(TrialResult trial) {
        List<Finding> findings = new ArrayList<>();
        findings.add(rows(trial));
        trial.notes().forEach(note -> findings.add(Finding.warn(trial.input().name() + " files", note, "")));
        new Freshness(config, asOf).of(trial).ifPresent(findings::add);
        if (trial.input().equals(Orders.INPUT)) {
            statuses(trial).ifPresent(findings::add);
            currencies(trial).ifPresent(findings::add);
            nobody(trial).ifPresent(findings::add);
        }
        return findings;
    }

    private Finding rows(TrialResult trial) {
        Input input = trial.input();
        String says = String.format(
                Locale.ROOT,
                "%,d rows%s: %,d accepted, %,d rejected, %,d after %s",
                trial.rows(),
                trial.whole() ? "" : " (the first ones alone)",
                trial.accepted(),
                trial.rejected(),
                trial.later(),
                asOf);
        String key = "inputs." + input.name();
        if (trial.rows() == 0) {
            return Finding.failData(
                    input.name(), "no rows", "check " + key + ".path and .where, or take the input out");
        }
        if (trial.rejectRate() > config.quality().maxRejectRate()) {
            return Finding.failData(
                    input.name(),
                    says + reasons(trial),
                    "mend " + key + ".columns or the rows, or raise quality.max_reject_rate");
        }
        if (trial.accepted() == 0 && input.equals(Orders.INPUT)) {
            return Finding.failData(input.name(), says, "choose a later --as-of, or mend " + key + ".columns");
        }
        return trial.rejected() > 0
                ? Finding.warn(input.name(), says + reasons(trial), "look at the examples; few rejects stop no night")
                : Finding.pass(input.name(), says);
    }

    private static String reasons(TrialResult trial) {
        Map<String, Group> first = new HashMap<>();
        Map<String, Long> counts = new HashMap<>();
        trial.groups().forEach(g -> g.reason().ifPresent(reason -> {
            first.putIfAbsent(reason, g);
            counts.merge(reason, g.rows(), Long::sum);
        }));
        StringBuilder text = new StringBuilder();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .forEach(e -> text.append(String.format(Locale.ROOT, "%n        %s (%,d)", e.getKey(), e.getValue()))
                        .append(first.get(e.getKey())
                                .example()
                                .map(DataFindings::cut)
                                .map(x -> ": " + x)
                                .orElse("")));
        return text.toString();
    }

    private static String cut(String example) {
        return example.length() > LONGEST_EXAMPLE ? example.substring(0, LONGEST_EXAMPLE - 1) + "…" : example;
    }

    private Optional<Finding> statuses(TrialResult trial) {
        Map<String, Long> listed = counted(trial, Group::listed);
        if (!trial.mapped().contains(Orders.STATUS) || trial.accepted() == 0) {
            return Optional.empty();
        }
        String says = listed.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %,d", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        long unknown = listed.getOrDefault(UNKNOWN, 0L);
        if (unknown == 0 || config.orders().unknownStatus() != OrdersConfig.UnknownStatus.STOP) {
            return Optional.of(Finding.pass("statuses", says));
        }
        Set<String> words = new TreeSet<>();
        trial.groups().stream()
                .filter(g -> g.listed().equals(Optional.of(UNKNOWN)))
                .forEach(g -> g.word().ifPresent(words::add));
        String fix = "orders.cancelled_statuses += \"" + words.iterator().next()
                + "\" (or another list), or orders.unknown_status = sale";
        String named = says + "; in no list: " + String.join(", ", words);
        return Optional.of(
                unknown > UNKNOWN_LIMIT * trial.accepted()
                        ? Finding.failData("statuses", named, fix)
                        : Finding.warn("statuses", named, fix));
    }

    /** As the night judges them: amounts without a code are in ltv.currency, and several cannot be added up without rates. */
    private Optional<Finding> currencies(TrialResult trial) {
        String own = config.ltv().currency();
        Set<String> codes = new TreeSet<>();
        trial.groups().stream()
                .filter(g -> g.status().equals(Staging.ACCEPTED))
                .forEach(g -> codes.add(g.currency().orElse(own)));
        if (counted(trial, Group::currency).isEmpty()) {
            return Optional.of(Finding.pass("currency", "no column: all amounts are " + own));
        }
        Map<String, Double> rates = config.ltv().currencyRates();
        List<String> missing = codes.stream()
                .filter(c -> !c.equals(own) && !rates.containsKey(c))
                .toList();
        boolean added = rates.isEmpty() ? codes.size() <= 1 : missing.isEmpty();
        String says = String.join(", ", codes);
        return Optional.of(
                added
                        ? Finding.pass("currency", says)
                        : Finding.fail(
                                "currency",
                                says + "; no rate into " + own + " for " + String.join(", ", missing),
                                "ltv.currency_rates { " + missing.get(0) + " = <value of one unit in " + own
                                        + "> }, or keep one by inputs.orders.where"));
    }

    private static Optional<Finding> nobody(TrialResult trial) {
        if (!trial.mapped().contains(Orders.CUSTOMER_ID)) {
            return Optional.of(Finding.warn(
                    "customers of orders",
                    "customer_id is not mapped: nobody is offered anything",
                    "inputs.orders.columns.customer_id = \"…\""));
        }
        double share = trial.accepted() == 0 ? 0 : (double) trial.nobody() / trial.accepted();
        String says = String.format(
                Locale.ROOT, "about %,d customers; %.1f %% of lines name none", trial.customers(), 100 * share);
        return Optional.of(
                share > 0.5
                        ? Finding.warn(
                                Customers.INPUT.name() + " of orders",
                                says,
                                "is inputs.orders.columns.customer_id right?")
                        : Finding.pass(Customers.INPUT.name() + " of orders", says));
    }

    private static Map<String, Long> counted(TrialResult trial, Function<Group, Optional<String>> word) {
        Map<String, Long> counts = new java.util.TreeMap<>();
        trial.groups().forEach(g -> word.apply(g).ifPresent(w -> counts.merge(w, g.rows(), Long::sum)));
        return counts;
    }
}
