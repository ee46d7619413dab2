package io.osusume.intake;

import io.osusume.tables.Input;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an input came to.
 *
 * @param mapped its columns that the company's data has
 * @param groups its rows by what became of them
 * @param notes what was noticed while the source was read, in sentences
 * @param whole whether all rows were read
 * @param customers about how many different customers the rows name
 * @param orders about how many different orders
 * @param nobody how many accepted rows name no customer
 */
public record TrialResult(
        Input input,
        List<String> mapped,
        List<Group> groups,
        List<String> notes,
        boolean whole,
        long customers,
        long orders,
        long nobody) {
    private long rows(String status) {
        return groups.stream()
                .filter(g -> g.status().equals(status))
                .mapToLong(Group::rows)
                .sum();
    }

    public long accepted() {
        return rows(Staging.ACCEPTED);
    }

    public long rejected() {
        return rows(Staging.REJECTED);
    }

    /** After the last day that is seen. */
    public long later() {
        return rows(Staging.LATER);
    }

    public long rows() {
        return groups.stream().mapToLong(Group::rows).sum();
    }

    /** Rejected rows as a share of those not after the as-of date. */
    public double rejectRate() {
        return counts().rejectRate();
    }

    InputCounts counts() {
        return new InputCounts(input.name(), accepted(), rejected(), later(), newest());
    }

    public Optional<Instant> newest() {
        return times(Group::newest).max(Instant::compareTo);
    }

    public Optional<Instant> oldest() {
        return times(Group::oldest).min(Instant::compareTo);
    }

    private Stream<Instant> times(Function<Group, Optional<Instant>> time) {
        return groups.stream().filter(g -> g.status().equals(Staging.ACCEPTED)).flatMap(g -> time.apply(g).stream());
    }

    /**
     * Rows of one fate.
     *
     * @param reason of a reject
     * @param word the order's status
     * @param listed what the order's status counts for: sale, return, cancelled, adjustment or unknown
     * @param example the first of them as it came, where it was rejected
     */
    public record Group(
            String status,
            Optional<String> reason,
            Optional<String> word,
            Optional<String> currency,
            Optional<String> listed,
            long rows,
            Optional<Instant> oldest,
            Optional<Instant> newest,
            Optional<String> example) {}
}
