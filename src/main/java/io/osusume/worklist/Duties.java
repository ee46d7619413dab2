package io.osusume.worklist;

import io.osusume.config.WorklistConfig;
import io.osusume.tables.Features;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Segment;
import io.osusume.tables.Task;
import io.osusume.worklist.Subject.Offer;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is to do about one customer or account, at most one thing of each task, care before selling:
 *
 * <ol>
 *   <li>Help comes first: a severe ticket, a low NPS with tickets, or use that fell with nothing to offer. Then nothing else is to be
 *       done but a renewal talk.
 *   <li>Who asked to be left alone, or hears nothing more this month (opted out, tired, contact cap), is only helped, and spoken to
 *       about a contract.
 *   <li>A talk about a contract brings along the offer that is about it; a delivered offer without an answer is followed up instead of
 *       being made again.
 *   <li>One is asked how one is only when there is nothing else, and nothing is withheld: who is in a control arm and would have
 *       got an offer is not spoken to instead, or the arms would differ by more than the offer. Help comes before measuring.
 * </ol>
 */
final class Duties implements Serializable {
    private static final int WEEK = 7;

    private final WorklistConfig config;
    private final Talks talks;
    private final int asOf;
    private final int today;

    /** @param today the first day from the day after {@code asOf} on which customers are spoken to */
    Duties(WorklistConfig config, LocalDate asOf, int today) {
        this.config = config;
        this.asOf = (int) asOf.toEpochDay();
        this.today = today;
        this.talks = new Talks(config, this.asOf, today);
    }

    List<Todo> of(Subject subject) {
        List<Offer> offers =
                subject.offers().stream().filter(o -> o.from() <= today).toList();
        if (subject.isAccount()) {
            return offers.stream().limit(1).map(this::made).toList();
        }
        Optional<Todo> renewal = talks.renewal(subject, offers);
        Optional<Todo> help = talks.help(subject, offers, renewal.isPresent());
        List<Todo> all = new ArrayList<>(
                Stream.of(help, renewal).flatMap(Optional::stream).toList());
        if (help.isEmpty() && !isToBeLeftAlone(subject)) {
            all.addAll(rest(subject, offers, renewal));
        }
        return all;
    }

    private static boolean isToBeLeftAlone(Subject subject) {
        return subject.isIn(Segment.OPTED_OUT)
                || subject.isIn(Segment.FATIGUED)
                || subject.holds(Features.CONTACT_CAP_REACHED);
    }

    private List<Todo> rest(Subject subject, List<Offer> offers, Optional<Todo> renewal) {
        Optional<Todo> welcome = welcome(subject);
        Optional<Todo> followUp = talks.followUp(subject, welcome.isPresent(), subject.offers());
        boolean waits = followUp.flatMap(Todo::offer).isPresent();
        String brought = renewal.flatMap(Todo::offer).map(Offer::id).orElse("");
        Optional<Todo> offer = offers.stream()
                .filter(o -> o.sells() && !waits && !o.id().equals(brought))
                .findFirst()
                .map(this::made);
        List<Todo> all = new ArrayList<>(
                Stream.of(followUp, welcome, offer).flatMap(Optional::stream).toList());
        if (all.isEmpty() && renewal.isEmpty()) {
            checkIn(subject, offers).ifPresent(all::add);
        }
        return all;
    }

    private Todo made(Offer offer) {
        return new Todo(
                Task.OFFER, offer.text(Offers.REASON_CODE), Math.max(today, offer.to()), Optional.of(offer), Map.of());
    }

    private Optional<Todo> welcome(Subject subject) {
        Integer tenure = subject.whole(Features.TENURE_DAYS);
        Integer contact = subject.whole(Features.DAYS_SINCE_CONTACT);
        if (tenure == null || tenure > config.welcomeDays() || (contact != null && contact <= tenure)) {
            return Optional.empty();
        }
        return Optional.of(Todo.of(
                Task.WELCOME,
                "welcome",
                Math.max(today, asOf - tenure + config.welcomeDays()),
                Map.of("days", tenure)));
    }

    /** Content is no sale; who is worth much is asked how things are. */
    private Optional<Todo> checkIn(Subject subject, List<Offer> offers) {
        Optional<Offer> content = offers.stream().filter(o -> !o.sells()).findFirst();
        if (content.isPresent()) {
            return content.map(o -> Todo.of(Task.CHECK_IN, "content", Math.max(today, o.to()), Map.of())
                    .with(content));
        }
        Integer days = subject.whole(Features.DAYS_SINCE_CONTACT);
        boolean silent = subject.knows(Features.CONTACTS_90D) && (days == null || days >= config.silentDays());
        boolean control = subject.holds(Subjects.WITHHELD);
        boolean high = LwpSegments.HIGH.equals(subject.text(LwpSegments.RESULTS_LEVEL));
        return silent && high && !control
                ? Optional.of(Todo.of(
                        Task.CHECK_IN,
                        "silent",
                        today + WEEK,
                        Map.of("contacted", days == null ? "no" : "yes", "days", days == null ? 0 : days)))
                : Optional.empty();
    }
}
