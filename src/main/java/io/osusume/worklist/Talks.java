package io.osusume.worklist;

import io.osusume.config.WorklistConfig;
import io.osusume.tables.Features;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.Segment;
import io.osusume.tables.Task;
import io.osusume.tables.Trigger;
import io.osusume.worklist.Subject.Contract;
import io.osusume.worklist.Subject.Event;
import io.osusume.worklist.Subject.Offer;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Help, renewal talks and follow-ups: each when it is due, and what its sentences say. */
final class Talks implements Serializable {
    static final String AWAITING = "awaiting";
    private static final Set<String> ABOUT_CONTRACTS = Set.of(Trigger.RENEWAL.wire(), Trigger.CANCEL_RISK.wire());
    private static final int PERCENT = 100;

    private final WorklistConfig config;
    private final int asOf;
    private final int today;

    Talks(WorklistConfig config, int asOf, int today) {
        this.config = config;
        this.asOf = asOf;
        this.today = today;
    }

    /** @param spokenTo whether there is a talk about a contract anyway */
    Optional<Todo> help(Subject subject, List<Offer> offers, boolean spokenTo) {
        if (subject.severe().isPresent()) {
            Event ticket = subject.severe().get();
            return help(
                    "severe_ticket",
                    Map.of(
                            "ticket", ticket.what(),
                            "date", date(ticket.day()),
                            "count", subject.count(Features.OPEN_SEVERE_TICKETS)));
        }
        if (subject.isIn(Segment.CARE)) {
            return help(
                    "unhappy",
                    Map.of(
                            "nps", subject.whole(Features.NPS),
                            "count", subject.count(Features.TICKETS_30D)));
        }
        if (spokenTo || !subject.isIn(Segment.AT_RISK) || offers.stream().anyMatch(Offer::sells)) {
            return Optional.empty();
        }
        Optional<Offer> content = offers.stream().findFirst();
        Map<String, Object> figures = new HashMap<>();
        figures.put("level", subject.trend() == null ? 0 : Math.round(subject.trend() * PERCENT));
        return help("use_fell", figures).map(todo -> todo.with(content));
    }

    private Optional<Todo> help(String code, Map<String, Object> figures) {
        return Optional.of(Todo.of(Task.HELP, code, today, figures));
    }

    /** About a contract that is to end by request, else about the next one that renews soon. */
    Optional<Todo> renewal(Subject subject, List<Offer> offers) {
        Optional<Contract> leaving = subject.contracts().stream()
                .filter(c -> c.asked() != null)
                .max(Comparator.comparing(Contract::asked).thenComparing(Contract::what, Comparator.reverseOrder()));
        if (leaving.isPresent()) {
            return leaving.map(c -> Todo.of(Task.RENEWAL, "cancel_request", today, asked(c))
                    .with(brought(offers, o -> o.type() == OfferType.DOWNSELL || !o.sells())));
        }
        List<Contract> soon = subject.contracts().stream()
                .filter(c -> c.renews() != null && c.renews() > asOf && c.renews() <= asOf + config.renewalDays())
                .filter(c -> !c.rollsWithin(config.renewalDays()))
                .toList();
        if (soon.isEmpty() || subject.isIn(Segment.OPTED_OUT)) {
            return Optional.empty();
        }
        Contract next = soon.get(0);
        Map<String, Object> figures = Map.of(
                "product", next.what(),
                "date", date(next.renews()),
                "days", next.renews() - asOf,
                "more", soon.size() - 1,
                "within", config.renewalDays());
        return Optional.of(
                Todo.of(Task.RENEWAL, "renewal", Math.max(today, next.renews() - config.noticeDays()), figures)
                        .with(brought(offers, Offer::sells)));
    }

    private static Map<String, Object> asked(Contract contract) {
        Map<String, Object> figures = new HashMap<>(Map.of(
                "product", contract.what(),
                "date", date(contract.asked()),
                "renews", contract.renews() == null ? "no" : "yes"));
        if (contract.renews() != null) {
            figures.put("until", date(contract.renews()));
        }
        return figures;
    }

    /** The best offer that is about contracts: by its moment, or as another plan. */
    private static Optional<Offer> brought(List<Offer> offers, Function<Offer, Boolean> may) {
        return offers.stream()
                .filter(o -> may.apply(o)
                        && (!o.sells()
                                || o.type() == OfferType.UPSELL
                                || ABOUT_CONTRACTS.contains(o.text(Offers.TRIGGER))))
                .min(Comparator.comparing(o -> !o.sells()));
    }

    /** The first of: a low mark, a refusal, an offer without an answer, and, unless the customer is welcomed anyway, a purchase. */
    Optional<Todo> followUp(Subject subject, boolean welcomed, List<Offer> offers) {
        Supplier<Optional<Todo>> purchase = () -> welcomed
                ? Optional.empty()
                : subject.bought().filter(e -> isRipe(e) && isOpen(e, subject)).map(e -> followUp("purchase", e));
        return Stream.<Supplier<Optional<Todo>>>of(
                        () -> subject.lowMark().filter(e -> isOpen(e, subject)).map(e -> followUp("low_mark", e)),
                        () -> subject.declined().filter(e -> isOpen(e, subject)).map(e -> followUp("declined", e)),
                        () -> subject.awaiting()
                                .filter(e -> isRipe(e) && isOpen(e, subject))
                                .map(e -> followUp(AWAITING, e)
                                        .with(offers.stream()
                                                .filter(o -> o.isOf(e))
                                                .findFirst())),
                        purchase)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private boolean isRipe(Event event) {
        return event.day() + config.followUpAfterDays() <= asOf + 1;
    }

    /** Not too long ago, and nobody has been in touch since. */
    private boolean isOpen(Event event, Subject subject) {
        Integer contact = subject.whole(Features.DAYS_SINCE_CONTACT);
        boolean since = contact != null && asOf - contact > event.day();
        return event.day() + config.followUpDays() > asOf && !since;
    }

    private Todo followUp(String code, Event event) {
        Map<String, Object> figures = new HashMap<>();
        figures.put("date", date(event.day()));
        figures.put("days", asOf - event.day());
        figures.put(code.equals("low_mark") ? "ticket" : "product", event.what());
        figures.put("mark", event.mark() == null ? "" : event.mark());
        figures.put("type", event.type() == null ? "" : event.type());
        return Todo.of(Task.FOLLOW_UP, code, Math.max(today, event.day() + config.followUpDays()), figures);
    }

    private static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }
}
