package io.osusume.doctor;

import io.osusume.config.ConfigLoader;
import io.osusume.config.OsusumeConfig;
import io.osusume.intake.TrialResult;
import io.osusume.intake.TrialResult.Group;
import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Made-up results of reading an input, and configurations, for tests of what the doctor says of them. */
final class Trials {
    static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant LAST = Instant.parse("2026-06-29T12:00:00Z");

    private final Input input;
    private final List<String> mapped = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Instant first = FIRST;
    private long customers = 100;
    private long orders = 1_000;
    private long nobody;

    private Trials(Input input) {
        this.input = input;
        this.mapped.addAll(input.table().columnNames());
    }

    static Trials of(Input input) {
        return new Trials(input);
    }

    static Trials orders() {
        return new Trials(Orders.INPUT);
    }

    static OsusumeConfig config(String... settings) {
        List<String> all = new ArrayList<>(List.of("inputs.orders.path=orders.csv"));
        all.addAll(List.of(settings));
        return ConfigLoader.load(Optional.empty(), all).config();
    }

    Trials accepted(long rows) {
        return accepted(rows, null, null, null);
    }

    /** Rows of a status, by the list that names it, and of a currency; null where they have none. */
    Trials accepted(long rows, String word, String listed, String currency) {
        groups.add(new Group(
                "accepted",
                Optional.empty(),
                Optional.ofNullable(word),
                Optional.ofNullable(currency),
                Optional.ofNullable(listed),
                rows,
                Optional.of(first),
                Optional.of(LAST),
                Optional.empty()));
        return this;
    }

    Trials rejected(long rows, String reason, String example) {
        return apart("rejected", rows, Optional.of(reason), Optional.of(example));
    }

    Trials later(long rows) {
        return apart("later", rows, Optional.empty(), Optional.empty());
    }

    private Trials apart(String status, long rows, Optional<String> reason, Optional<String> example) {
        groups.add(new Group(
                status,
                reason,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rows,
                Optional.empty(),
                Optional.empty(),
                example));
        return this;
    }

    Trials since(String instant) {
        first = Instant.parse(instant);
        return this;
    }

    Trials without(String column) {
        mapped.remove(column);
        return this;
    }

    Trials noting(String note) {
        notes.add(note);
        return this;
    }

    /** About how many customers and orders, and how many lines name no customer. */
    Trials of(long differentCustomers, long differentOrders, long linesOfNobody) {
        customers = differentCustomers;
        orders = differentOrders;
        nobody = linesOfNobody;
        return this;
    }

    TrialResult done() {
        return new TrialResult(input, mapped, groups, notes, true, customers, orders, nobody);
    }
}
