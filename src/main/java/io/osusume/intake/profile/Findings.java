package io.osusume.intake.profile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reading all rows by a proposed configuration showed.
 *
 * @param newest the newest day of the orders, or of the contracts
 * @param today the day on which it was read
 * @param zone the machine's
 * @param statuses how many lines have which order status, by what it counts for
 * @param currencies how many lines have which currency, the commonest first
 * @param remarks by input what a reader should know: how many rows are read, and which cannot be
 */
public record Findings(
        Optional<LocalDate> newest,
        LocalDate today,
        ZoneId zone,
        Map<String, Map<String, Long>> statuses,
        Map<String, Long> currencies,
        Map<String, List<String>> remarks) {}
