package io.osusume.uplift;

import io.osusume.acceptance.Asked;
import io.osusume.acceptance.Outcome;
import io.osusume.acceptance.Published;
import io.osusume.acceptance.Trial;
import io.osusume.effects.Contrast;
import io.osusume.effects.FollowedEpisodes;
import io.osusume.tables.Arm;
import io.osusume.tables.Episodes;
import io.osusume.tables.OfferType;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Word;
import org.apache.spark.sql.Row;

/**
 * An offer that was made or withheld, and what came of it.
 *
 * @param asked as it was known on its first night
 * @param assumed its uplift as it was assumed then
 * @param isDelivered whether it went out in time
 */
public record Followed(Asked asked, double assumed, Contrast.Case seen, boolean isDelivered) {
    /** Of a row of {@link FollowedEpisodes}. */
    public static Followed of(Row row) {
        Double anyway = row.getAs(Episodes.P_ANYWAY);
        Double evidence = row.getAs(Episodes.EVIDENCE);
        int terms = row.fieldIndex(Episodes.ACCEPTANCE_TERMS);
        Asked asked = new Asked(
                Word.of(OfferType.class, row.getAs(Episodes.OFFER_TYPE)).orElseThrow(),
                Word.of(Trigger.class, row.getAs(Episodes.TRIGGER)).orElse(null),
                Word.of(Segment.class, row.getAs(Episodes.LWP_SEGMENT)).orElse(null),
                anyway,
                evidence == null ? 1 : evidence,
                Published.beside(row.isNullAt(terms) ? null : row.<Row>getList(terms)));
        return new Followed(
                asked,
                row.<Double>getAs(Episodes.P_ACCEPT) - unasked(asked),
                new Contrast.Case(
                        row.getAs(FollowedEpisodes.CLUSTER),
                        row.getAs(Episodes.ARM).equals(Arm.TREATED.wire()),
                        row.<Boolean>getAs(Episodes.IS_DRAWN),
                        row.<Boolean>getAs(FollowedEpisodes.TAKEN),
                        anyway == null ? 0 : anyway),
                row.<Boolean>getAs(FollowedEpisodes.IN_TIME));
    }

    /** How likely it is taken to be bought without being offered: the gain of a set leaves out what is bought anyway. */
    public static double unasked(Asked asked) {
        return asked.anyway() == null || asked.type() == OfferType.BUNDLE ? 0 : asked.anyway();
    }

    Trial trial() {
        return new Trial(asked, true, new Outcome(1, seen.isTaken() ? 1 : 0));
    }

    Cell cell() {
        return Cell.of(asked);
    }

    /** Type, trigger and segment: what effects compare. */
    record Cell(OfferType type, Trigger trigger, Segment segment) implements java.io.Serializable {
        static Cell of(Asked asked) {
            return new Cell(asked.type(), asked.trigger(), asked.segment());
        }
    }
}
