package io.osusume.cli;

import io.osusume.config.OsusumeConfig;
import io.osusume.errors.UserException;
import io.osusume.intake.InputTrial;
import io.osusume.intake.TrialResult;
import io.osusume.intake.TrialResult.Group;
import io.osusume.intake.profile.Findings;
import io.osusume.intake.profile.Proposal;
import io.osusume.intake.profile.ProposalText;
import io.osusume.intake.profile.ProposedInput;
import io.osusume.tables.Orders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** Reads all rows by a proposal, as a night would: what it cannot read, and what only the data itself can tell. */
final class ProposalTrial {
    private static final int REASONS = 3;

    private final SparkSession spark;
    private final Clock clock;

    ProposalTrial(SparkSession spark, Clock clock) {
        this.spark = spark;
        this.clock = clock;
    }

    /**
     * What was tried.
     *
     * @param proposal without the columns that cost more rows than a night may reject
     */
    record Outcome(Proposal proposal, Findings findings) {}

    Outcome of(Proposal given) {
        OsusumeConfig config = config(given);
        LocalDate today = LocalDate.now(clock);
        Unusable unusable = new Unusable(config.quality().maxRejectRate());
        Map<String, List<String>> remarks = new LinkedHashMap<>();
        Map<String, TrialResult> results = new HashMap<>();
        Proposal proposal = given;
        for (ProposedInput input : given.inputs()) {
            String name = input.input().name();
            try {
                TrialResult result = tried(given, input, today);
                ProposedInput left = unusable.leftOut(input, result);
                if (!left.equals(input)) {
                    proposal = proposal.with(left);
                    result = tried(proposal, left, today);
                }
                results.put(name, result);
                remarks.put(name, remarks(result, config.quality().maxRejectRate()));
            } catch (UserException e) {
                remarks.put(name, List.of("This cannot be read yet: " + e.getMessage()));
            }
        }
        TrialResult orders = results.get(Orders.INPUT.name());
        Findings findings = new Findings(
                new NewestDay(results).in(config.run().zone()),
                today,
                clock.getZone(),
                orders == null ? Map.of() : statuses(orders),
                orders == null ? Map.of() : counted(orders, Group::currency),
                remarks);
        return new Outcome(proposal, findings);
    }

    private static OsusumeConfig config(Proposal proposal) {
        return InitCommand.load(ProposalText.draft(proposal)).config();
    }

    private TrialResult tried(Proposal proposal, ProposedInput input, LocalDate today) {
        return new InputTrial(spark, config(proposal)).of(input.input(), today, Long.MAX_VALUE);
    }

    private static Map<String, Long> counted(TrialResult result, Function<Group, Optional<String>> word) {
        Map<String, Long> counts = new HashMap<>();
        result.groups().forEach(g -> word.apply(g).ifPresent(w -> counts.merge(w, g.rows(), Long::sum)));
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /** What a status counts for → status → lines. */
    private static Map<String, Map<String, Long>> statuses(TrialResult orders) {
        Map<String, Map<String, Long>> statuses = new TreeMap<>();
        counted(orders, Group::word).forEach((word, lines) -> orders.groups().stream()
                .filter(g -> g.word().equals(Optional.of(word)))
                .findFirst()
                .flatMap(Group::listed)
                .ifPresent(listed -> statuses.computeIfAbsent(listed, l -> new LinkedHashMap<>())
                        .put(word, lines)));
        return statuses;
    }

    private static List<String> remarks(TrialResult result, double limit) {
        List<String> remarks = new ArrayList<>();
        long rejected = result.rejected();
        remarks.add(String.format(Locale.ROOT, "All %,d rows were read so.", result.rows())
                + (rejected == 0 ? "" : String.format(Locale.ROOT, " %,d of them cannot be used:", rejected)));
        if (result.rejectRate() > limit) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "A night stops at more than %.0f %% (quality.max_reject_rate): mend a column below first.",
                    100 * limit));
        }
        remarks.addAll(result.notes());
        Map<String, Long> reasons = counted(result, Group::reason);
        reasons.entrySet().stream()
                .limit(REASONS)
                .forEach(e -> remarks.add(String.format(Locale.ROOT, "  %s: %,d", e.getKey(), e.getValue())));
        return remarks;
    }
}
