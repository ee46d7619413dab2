package io.osusume.intake.profile;

import io.osusume.tables.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What amounts are: of which currency, and which of them add up. */
record AmountSettings(Proposal proposal, Findings findings) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    List<String> lines() {
        List<String> lines = new ArrayList<>(currency());
        lines.addAll(counted());
        lines.addAll(measured());
        return lines;
    }

    /** Rows that count one each add up. */
    private List<String> counted() {
        return proposal.input(Usage.INPUT)
                .filter(use -> use.column(Usage.AMOUNT)
                        .filter(amount -> amount.sql().equals(ContractUse.EACH_ROW))
                        .isPresent())
                .flatMap(use -> use.column(Usage.METRIC))
                .map(ProposedColumn::sql)
                .map(text -> Hocon.value(unquoted(text)))
                .map(metric -> List.of(
                        "# Each row of usage is one: they add up, and on days without a row there was none.",
                        "features.summed_metrics += " + metric,
                        "features.sparse_metrics += " + metric,
                        ""))
                .orElse(List.of());
    }

    /** Of metrics that are columns, those whose names say that they add up; whether the others do is asked. */
    private List<String> measured() {
        List<String> metrics = proposal.input(Usage.INPUT)
                .flatMap(use -> use.column(Usage.METRIC).map(metric -> named(use, metric)))
                .orElse(List.of());
        if (metrics.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("# What adds up, by its name; all else is a level that stands until the next, such as seats.");
        metrics.forEach(metric -> lines.add(
                (Measures.addsUp(metric) ? "" : "# ? ") + "features.summed_metrics += " + Hocon.value(metric)));
        lines.add("");
        return lines;
    }

    private static List<String> named(ProposedInput use, ProposedColumn metric) {
        if (use.query().filter(Measures::setsApart).isPresent()) {
            return metric.examples();
        }
        boolean each = use.column(Usage.AMOUNT)
                .filter(amount -> amount.sql().equals(ContractUse.EACH_ROW))
                .isPresent();
        return metric.sql().startsWith("'") && !each ? List.of(unquoted(metric.sql())) : List.of();
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }

    private List<String> currency() {
        Optional<String> one = Currency.of(proposal, findings.currencies());
        return one.map(this::inOne)
                .orElseGet(() -> findings.currencies().isEmpty()
                        ? List.of(
                                "# In which currency are the amounts? Nothing in the files tells; without an answer yen.",
                                "# ? ltv.currency = EUR",
                                "")
                        : List.of());
    }

    /** What all amounts are counted in, and what the others are worth in it: nothing in the files tells. */
    private List<String> inOne(String currency) {
        List<String> lines = new ArrayList<>();
        lines.add("# The currency of amounts that carry none.");
        lines.add("ltv.currency = " + currency);
        findings.currencies().entrySet().stream()
                .filter(e -> CODE.matcher(e.getKey()).matches() && !e.getKey().equals(currency))
                .forEach(e -> {
                    lines.add(String.format(
                            Locale.ROOT,
                            "# Amounts of %,d lines are in %s. What is one worth in %s? Without an answer the run ends and asks.",
                            e.getValue(),
                            e.getKey(),
                            currency));
                    lines.add("# ? ltv.currency_rates." + e.getKey() + " = <value of one " + e.getKey() + " in "
                            + currency + ">");
                });
        lines.add("");
        return lines;
    }
}
