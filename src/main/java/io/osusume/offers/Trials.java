package io.osusume.offers;

import io.osusume.config.AcceptanceConfig;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What past offers to one customer teach. One trial is the first delivery of an episode: of the deliveries of one offer that
 * follow each other within so many days. It succeeds when the offer is accepted, or a product never had before is bought,
 * within the window; who buys again what was bought before proves nothing. Trials younger than the window are left out, as
 * are deliveries of account offers to a person (they are the person's trials), and later deliveries of what nights published
 * all along, since only what was known at the first one is kept.
 */
final class Trials implements Serializable {
    private final AcceptanceConfig config;
    private final int asOfDay;

    Trials(AcceptanceConfig config, int asOfDay) {
        this.config = config;
        this.asOfDay = asOfDay;
    }

    /**
     * One trial. Trigger and segment are those of the time; null where nobody tells.
     *
     * @param channel by which it was delivered; null where nobody tells
     * @param sent what a night had published of it; null where none had
     * @param subjectId the product; of a bundle its id
     */
    record Trial(
            OfferType type,
            Trigger trigger,
            Segment segment,
            int day,
            boolean taken,
            String channel,
            Sent sent,
            String subjectId) {}

    List<Trial> of(Target target) {
        Map<String, List<Target.OfferEvent>> byOffer = new TreeMap<>();
        for (Target.OfferEvent past : target.past()) {
            if (past.offerType() != null && !target.isAccount()) {
                byOffer.computeIfAbsent(past.offerType().wire() + '\n' + past.subjectId(), k -> new ArrayList<>())
                        .add(past);
            }
        }
        List<Trial> trials = new ArrayList<>();
        byOffer.values().forEach(events -> episodes(target, events, trials));
        return trials;
    }

    private void episodes(Target target, List<Target.OfferEvent> events, List<Trial> trials) {
        Integer before = null;
        for (Target.OfferEvent event : events) {
            if (event.event() != OfferEventType.DELIVERED) {
                continue;
            }
            boolean first = before == null || event.day() - before > config.episodeDays();
            before = event.day();
            if (first && !Sent.AGAIN.equals(event.sent()) && event.day() + config.windowDays() <= asOfDay) {
                trials.add(trial(event, taken(target, events, event)));
            }
        }
    }

    private static Trial trial(Target.OfferEvent delivery, boolean taken) {
        Sent sent = delivery.sent();
        return new Trial(
                delivery.offerType(),
                sent == null ? delivery.trigger() : sent.trigger(),
                sent == null ? delivery.segment() : sent.segment(),
                delivery.day(),
                taken,
                delivery.way().channel(),
                sent,
                delivery.subjectId());
    }

    private boolean taken(Target target, List<Target.OfferEvent> events, Target.OfferEvent delivery) {
        boolean accepted = events.stream()
                .anyMatch(e -> e.event() == OfferEventType.ACCEPTED && inWindow(e.day(), delivery.day()));
        Holding held = target.holding(delivery.subjectId());
        if (accepted || held == null) {
            return accepted;
        }
        boolean begun = inWindow(held.startedDay(), delivery.day());
        boolean once = delivery.offerType() != OfferType.SUBSCRIBE;
        return begun || (once && inWindow(held.firstDay(), delivery.day()));
    }

    private boolean inWindow(Integer day, int from) {
        return day != null && day >= from && day <= from + config.windowDays();
    }
}
