package io.osusume.offers;

import io.osusume.acceptance.Asked;
import io.osusume.acceptance.Beside;
import io.osusume.acceptance.Outcome;
import io.osusume.acceptance.Term;
import io.osusume.acceptance.Trial;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What one target teaches, as rows that are counted together where they are alike. */
final class TrialRows {
    static final String KIND = "kind";
    static final String CODE = "code";
    static final String COUNT = "count";
    static final String TAKEN = "taken";

    /** Values of {@link #KIND}. */
    static final String TRIAL = "trial";

    static final String TOUCH = "touch";
    private static final String NOTE = "note";

    static final String[] KEY = {
        KIND, CODE, "trigger", "segment", "is_known", "anyway", "evidence", "p_accept", "beside"
    };
    static final StructType SCHEMA = StructType.fromDDL("kind STRING, code STRING, trigger STRING, segment STRING,"
            + " is_known BOOLEAN, anyway DOUBLE, evidence DOUBLE, p_accept DOUBLE,"
            + " beside ARRAY<STRUCT<name: STRING, level: STRING, x: DOUBLE>>, count BIGINT, taken BIGINT");

    private TrialRows() {}

    /**
     * Trials that were known alike.
     *
     * @param isKnown whether a night had published the offer
     */
    record Known(Asked asked, boolean isKnown, Double pAccept, long count, long taken) {
        /** A sale of which nobody told how likely it is bought anyway is taken to be as usual. */
        Trial trial(double usual) {
            boolean sale = asked.type() == OfferType.CROSS_SELL || asked.type() == OfferType.BUNDLE;
            boolean assumed = !isKnown && sale && usual > 0;
            Asked of = assumed
                    ? new Asked(asked.type(), asked.trigger(), asked.segment(), usual, 1, asked.beside())
                    : asked;
            Outcome outcome =
                    pAccept == null ? new Outcome(count, taken) : new Outcome(count, taken, count * pAccept, taken);
            return new Trial(of, !assumed, outcome);
        }
    }

    /** @param reactions values of a contact's response that are welcome */
    static List<Row> of(Target target, Trials trials, List<String> reactions) {
        List<Row> rows = new ArrayList<>();
        trials.of(target).forEach(t -> rows.add(row(t)));
        if (!target.isAccount()) {
            target.touches().stream()
                    .filter(t -> t.channel() != null)
                    .forEach(t -> rows.add(count(TOUCH, t.channel(), Channels.isWelcome(t.response(), reactions))));
            notes(target, rows);
        }
        return rows;
    }

    private static Row row(Trials.Trial trial) {
        Known known = known(trial);
        Asked asked = known.asked();
        return RowFactory.create(
                TRIAL,
                asked.type().wire(),
                asked.trigger() == null ? null : asked.trigger().wire(),
                asked.segment() == null ? null : asked.segment().wire(),
                known.isKnown(),
                asked.anyway(),
                asked.evidence(),
                known.pAccept(),
                asked.beside().stream()
                        .map(b -> RowFactory.create(b.name(), b.level(), b.x()))
                        .toArray(),
                known.count(),
                known.taken());
    }

    /** One trial, as it was known then, but by the channel that it took. */
    static Known known(Trials.Trial t) {
        List<Term> beside = new ArrayList<>();
        if (t.sent() != null) {
            t.sent().beside().stream()
                    .filter(b -> t.channel() == null || !b.name().equals(Beside.CHANNEL))
                    .forEach(beside::add);
        }
        if (t.channel() != null) {
            beside.add(new Term(Beside.CHANNEL, t.channel(), 1));
        }
        Sent sent = t.sent();
        Asked asked = new Asked(
                t.type(),
                t.trigger(),
                t.segment(),
                sent == null ? null : sent.anyway(),
                sent == null ? 1 : sent.evidence(),
                beside);
        return new Known(asked, sent != null, sent == null ? null : sent.pAccept(), 1, t.taken() ? 1 : 0);
    }

    private static Row count(String kind, String code, boolean taken) {
        return RowFactory.create(kind, code, null, null, null, null, null, null, null, 1L, taken ? 1L : 0L);
    }

    /** What is odd about the events of one customer, each counted. */
    private static void notes(Target target, List<Row> rows) {
        Map<String, Integer> firstDelivered = new HashMap<>();
        target.past().stream()
                .filter(e -> e.event() == OfferEventType.DELIVERED)
                .forEach(e -> firstDelivered.merge(offer(e), e.day(), Math::min));
        Set<String> seen = new HashSet<>();
        for (Target.OfferEvent e : target.past()) {
            rows.add(count(NOTE, OutcomeNotes.EVENTS, false));
            if (e.offerType() == null || e.subjectId() == null) {
                rows.add(count(NOTE, OutcomeNotes.UNKNOWN, false));
            } else if (!seen.add(offer(e) + '\n' + e.event().wire() + '\n' + e.day())) {
                rows.add(count(NOTE, OutcomeNotes.TWICE, false));
            } else if (e.event() == OfferEventType.DELIVERED) {
                rows.add(count(NOTE, OutcomeNotes.DELIVERED, false));
            } else if (e.event() == OfferEventType.ACCEPTED
                    && firstDelivered.getOrDefault(offer(e), Integer.MAX_VALUE) > e.day()) {
                rows.add(count(NOTE, OutcomeNotes.UNASKED, false));
            }
        }
    }

    private static String offer(Target.OfferEvent e) {
        return (e.offerType() == null ? "" : e.offerType().wire()) + '\n' + e.subjectId();
    }

    static Known known(Row row) {
        List<Row> beside = row.getList(row.fieldIndex("beside"));
        return new Known(
                new Asked(
                        Word.of(OfferType.class, row.getAs(CODE)).orElseThrow(),
                        Word.of(Trigger.class, row.getAs("trigger")).orElse(null),
                        Word.of(Segment.class, row.getAs("segment")).orElse(null),
                        row.getAs("anyway"),
                        row.<Double>getAs("evidence"),
                        beside.stream()
                                .map(b -> new Term(b.getString(0), b.getString(1), b.getDouble(2)))
                                .toList()),
                row.<Boolean>getAs("is_known"),
                row.getAs("p_accept"),
                row.<Long>getAs(COUNT),
                row.<Long>getAs(TAKEN));
    }
}
