package io.osusume.offers;

import io.osusume.config.AcceptanceConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person is told of offer events that teach less than they might. */
final class OutcomeNotes {
    static final String EVENTS = "events";
    static final String DELIVERED = "delivered";
    /** Of no type or product. */
    static final String UNKNOWN = "unknown";
    /** The same customer, offer, event and day once more. */
    static final String TWICE = "twice";
    /** Accepted, and not delivered until then. */
    static final String UNASKED = "unasked";

    private OutcomeNotes() {}

    /**
     * All of them, in sentences.
     *
     * @param counted how often each occurs
     * @param drawn whether there are more trials than are learned from
     */
    static List<String> of(Map<String, Long> counted, boolean drawn, AcceptanceConfig config) {
        List<String> notes = new ArrayList<>();
        long events = counted.getOrDefault(EVENTS, 0L);
        if (events > 0 && !counted.containsKey(DELIVERED)) {
            notes.add(String.format(
                    Locale.ROOT,
                    "None of %,d offer events says delivered, so acceptance stays what is configured: a trial begins with a"
                            + " delivery. Write what went out as delivered to offer_events.",
                    events));
        }
        odd(counted, events, notes);
        if (drawn) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Acceptance is learned from %,d past offers drawn by chance of all that there are"
                            + " (offers.acceptance.most_trials).",
                    config.mostTrials()));
        }
        return notes;
    }

    private static void odd(Map<String, Long> counted, long events, List<String> notes) {
        add(
                notes,
                counted.get(UNKNOWN),
                "%,d of %,d offer events name no offer: neither type and product nor an offer_row_id that a night published."
                        + " They teach nothing.",
                events);
        add(
                notes,
                counted.get(UNASKED),
                "%,d of %,d offer events accept an offer that was not delivered until that day: they teach nothing. Is the"
                        + " delivery missing, or one of the two times wrong?",
                events);
        add(
                notes,
                counted.get(TWICE),
                "%,d of %,d offer events repeat another one (customer, offer, event and day): they count once.",
                events);
    }

    private static void add(List<String> notes, Long count, String sentence, long events) {
        if (count != null) {
            notes.add(String.format(Locale.ROOT, sentence, count, events));
        }
    }
}
