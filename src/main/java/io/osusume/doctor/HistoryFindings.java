package io.osusume.doctor;

import io.osusume.config.OsusumeConfig;
import io.osusume.intake.TrialResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the orders reach back far enough, and are enough, for rules, for lifetime value and for the ranking. */
final class HistoryFindings {
    /** Orders of a customer on average below which hardly any comes back, so that no model of repeats can be fitted. */
    private static final double ORDERS_PER_CUSTOMER = 1.05;

    private final OsusumeConfig config;

    HistoryFindings(OsusumeConfig config) {
        this.config = config;
    }

    List<Finding> of(TrialResult orders) {
        List<Finding> findings = new ArrayList<>();
        long days = orders.oldest().isEmpty()
                ? 0
                : Duration.between(orders.oldest().get(), orders.newest().orElseThrow())
                                .toDays()
                        + 1;
        String span = String.format(
                Locale.ROOT, "%,d days, about %,d orders of %,d customers", days, orders.orders(), orders.customers());
        findings.add(rules(orders, span));
        findings.add(value(orders, days, span));
        findings.add(ranking(days, span));
        return findings;
    }

    /** A pair must stand in min_count orders; with fewer than a few hundred none does. */
    private Finding rules(TrialResult orders, String span) {
        long wanted = 20 * config.rules().minCount();
        return orders.orders() >= wanted
                ? Finding.pass("history for rules", span)
                : Finding.warn(
                        "history for rules",
                        span + "; hardly any pair comes to " + config.rules().minCount() + " orders",
                        "bring more orders, or lower rules.min_count");
    }

    private Finding value(TrialResult orders, long days, String span) {
        int buyers = config.ltv().fallback().minRepeatBuyers();
        boolean repeats = orders.customers() > 0
                && orders.orders() >= ORDERS_PER_CUSTOMER * orders.customers()
                && orders.customers() >= buyers;
        return repeats && days >= 180
                ? Finding.pass("history for lifetime value", span)
                : Finding.warn(
                        "history for lifetime value",
                        span + "; a model wants half a year and " + buyers + " customers who came back",
                        "without them a named fallback is taken; bring older orders");
    }

    private Finding ranking(long days, String span) {
        int horizon = config.ranker().horizonDays();
        int history = config.ranker().training().minHistoryDays();
        long least = history + 2L * horizon;
        long all = history + (long) horizon * config.ranker().training().windows();
        if (days < least) {
            return Finding.warn(
                    "history for the ranking",
                    span + "; learning wants " + least + " days at the least, " + all + " for all windows",
                    "bring older orders, or lower ranker.training.min_history_days; until then p_buy is null");
        }
        return days < all
                ? Finding.warn(
                        "history for the ranking",
                        span + "; fewer windows than " + all + " days would give",
                        "bring older orders")
                : Finding.pass("history for the ranking", span);
    }
}
