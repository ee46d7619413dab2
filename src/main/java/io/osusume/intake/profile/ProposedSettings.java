package io.osusume.intake.profile;

import io.osusume.tables.Customers;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings beside the inputs: the day, the zone, the language, statuses, the currency, consent. */
final class ProposedSettings {
    /** Data younger than this is that of a running company, whose nights are dated yesterday. */
    private static final int RUNNING_DAYS = 7;
    /** The share of texts with Japanese letters from which on offers are worded in Japanese. */
    private static final double JAPANESE = 0.3;

    private static final String UNKNOWN = "unknown";
    private static final Map<String, String> MEANINGS = Map.of(
            "sale",
            "sales",
            "return",
            "returns",
            "cancelled",
            "nothing",
            "adjustment",
            "changes of an order's value",
            UNKNOWN,
            "in no list");
    private static final int MOST_QUESTIONS = 8;
    private static final Pattern INVOICE = Pattern.compile("(?i)invoice|bill|rechnung|請求");
    private static final Pattern OWED = Pattern.compile("(?i)await|unpaid|pending|overdue|入金待ち|未入金|未払い");

    private final Proposal proposal;
    private final Findings findings;

    ProposedSettings(Proposal proposal, Findings findings) {
        this.proposal = proposal;
        this.findings = findings;
    }

    String run() {
        List<String> lines = new ArrayList<>();
        lines.add("run {");
        lines.addAll(asOf());
        lines.addAll(zone());
        if (isJapanese()) {
            lines.add("  language = ja # names of columns or products are Japanese");
        }
        lines.add("}");
        lines.add("# Where the tables are published, from where the command runs.");
        lines.add("# ? warehouse.path = \"/data/osusume/warehouse\"");
        lines.add("");
        return joined(lines);
    }

    private List<String> asOf() {
        if (findings.newest().isEmpty()) {
            return List.of("  # as_of: no day could be read; the run takes yesterday.");
        }
        LocalDate newest = findings.newest().get();
        return ChronoUnit.DAYS.between(newest, findings.today()) <= RUNNING_DAYS
                ? List.of("  # The newest row is of " + newest
                        + ": each night is dated yesterday unless --as-of says otherwise.")
                : List.of(
                        "  # The newest row's day. Data that is loaded every day needs no such line: the run takes yesterday.",
                        "  as_of = " + newest);
    }

    private List<String> zone() {
        if (isJapanese()) {
            return List.of("  zone = Asia/Tokyo # in which days begin and end");
        }
        Optional<String> told = Stream.of(Orders.INPUT, Subscriptions.INPUT)
                .flatMap(input -> proposal.input(input).stream())
                .findFirst()
                .flatMap(input -> Offsets.zone(input.from()));
        if (told.isPresent()) {
            return List.of(told.get());
        }
        return List.of(
                "  # In which zone do days begin and end? Without an answer in UTC.",
                "  # ? zone = "
                        + (findings.zone().getId().matches("Z|UTC|Etc/.*|GMT")
                                ? "Europe/London"
                                : findings.zone().getId()));
    }

    String rest() {
        List<String> lines = new ArrayList<>();
        lines.addAll(statuses());
        lines.addAll(new AmountSettings(proposal, findings).lines());
        lines.addAll(noGoods());
        lines.addAll(consent());
        return joined(lines);
    }

    private List<String> statuses() {
        if (findings.statuses().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("# What the statuses of order lines count for (orders.*_statuses):");
        findings.statuses()
                .forEach((meaning, counts) ->
                        lines.add("#   " + MEANINGS.getOrDefault(meaning, meaning) + ": " + counted(counts)));
        Map<String, Long> unknown = findings.statuses().getOrDefault(UNKNOWN, Map.of());
        if (!unknown.isEmpty()) {
            lines.add("# What of those that no list names? Either each, by a list, or all of them:");
            unknown.keySet().stream()
                    .limit(MOST_QUESTIONS)
                    .forEach(s -> lines.add("# ? orders.cancelled_statuses += " + Hocon.value(s)));
            lines.add("# ? orders.unknown_status = sale");
        }
        owed().forEach(status -> {
            lines.add("# An invoice that is not paid yet may be a sale all the same: then");
            lines.add("# ? orders.completed_statuses += " + Hocon.value(status));
        });
        lines.add("");
        return lines;
    }

    /** States of invoices that are written and not paid, which an order's are not counted by. */
    private List<String> owed() {
        boolean invoices = proposal.input(Orders.INPUT)
                .flatMap(o -> o.column(Orders.ORDER_ID))
                .filter(id -> INVOICE.matcher(id.sql()).find())
                .isPresent();
        return invoices
                ? findings.statuses().getOrDefault("cancelled", Map.of()).keySet().stream()
                        .filter(status -> OWED.matcher(status).find())
                        .toList()
                : List.of();
    }

    private List<String> noGoods() {
        return proposal.input(Products.INPUT)
                .flatMap(OnSale::noGoods)
                .map(condition -> List.of(
                        "# Fees and the like are neither offered nor named beside offers. Is there more, such as tobacco?",
                        "offers.exclude = " + Hocon.value(condition),
                        ""))
                .orElse(List.of());
    }

    private List<String> consent() {
        boolean known = proposal.input(Customers.INPUT)
                .flatMap(c -> c.column(Customers.MARKETING_CONSENT))
                .isPresent();
        if (known) {
            return new UnreadColumns(proposal).refusals();
        }
        boolean asked = proposal.input(Customers.INPUT).filter(Refusals::asks).isPresent();
        List<String> lines = new ArrayList<>();
        lines.add(
                asked
                        ? "# Who may be contacted is asked above, at inputs.customers."
                        : "# May customers be contacted whose consent no file tells? Only you know, and the law that holds for you.");
        lines.addAll(new UnreadColumns(proposal).consents());
        lines.add("# Without " + (asked ? "that" : "this") + " line nobody is offered anything.");
        lines.addAll(asked ? List.of("") : List.of("# ? consent.assume = true", ""));
        return lines;
    }

    private boolean isJapanese() {
        long texts = 0;
        long japanese = 0;
        for (ProposedInput input : proposal.inputs()) {
            for (TableProfile table : input.from()) {
                for (String column : table.columns().keySet()) {
                    texts++;
                    japanese += column.matches(".*[\\u3040-\\u30ff\\u4e00-\\u9fff].*") ? 1 : 0;
                }
            }
            Optional<ProposedColumn> name = input.column(Orders.PRODUCT_NAME);
            if (name.isPresent() && String.join("", name.get().examples()).matches("(?s).*[\\u3040-\\u30ff].*")) {
                return true;
            }
        }
        return japanese > JAPANESE * texts;
    }

    private static String counted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .limit(20)
                .map(e -> Hocon.example(e.getKey()) + String.format(Locale.ROOT, " (%,d)", e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String joined(List<String> lines) {
        return lines.stream().map(l -> l + "\n").collect(Collectors.joining());
    }
}
