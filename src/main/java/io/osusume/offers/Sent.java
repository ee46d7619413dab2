package io.osusume.offers;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;

import io.osusume.acceptance.Published;
import io.osusume.acceptance.Term;
import io.osusume.tables.Episodes;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Word;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a night had published of an offer that was delivered then; days count from 1970-01-01.
 *
 * @param trigger null where no night told
 * @param anyway p_anyway; null where it was not learned
 * @param evidence how many times the usual it spoke for the offer
 * @param pAccept as it was published; null where it was not
 * @param beside what else was known
 */
record Sent(Trigger trigger, Segment segment, Double anyway, double evidence, Double pAccept, List<Term> beside) {
    /** What names an offer to somebody: who, of which type, what. */
    static final String[] KEY = {TargetFacts.PERSON, OfferEvents.OFFER_TYPE, OfferEvents.PRODUCT_ID};

    /** An offer that had been delivered already: what was known at the later delivery is not kept. */
    static final Sent AGAIN = new Sent(null, null, null, 1, null, List.of());

    /** Of a fact about a delivery: its episode. */
    static final String COLUMN = "sent";

    private static final String FIRST_DAY = "first_day";
    private static final String DELIVERED_DAY = "delivered_day";
    private static final String NIGHT = "night";

    /**
     * One row an offer that nights published, with the key and {@link #COLUMN}.
     *
     * @param episodes {@link Episodes} of the newest earlier night
     */
    static Dataset<Row> of(Dataset<Row> episodes) {
        return episodes.where(col(Episodes.CUSTOMER_ID)
                        .isNotNull()
                        .and(col(Episodes.AS_DELIVERED).isNotNull()))
                .groupBy(
                        col(Episodes.CUSTOMER_ID).as(KEY[0]),
                        col(Episodes.OFFER_TYPE).as(KEY[1]),
                        coalesce(col(Episodes.PRODUCT_ID), col(Episodes.BUNDLE_ID))
                                .as(KEY[2]))
                // To a person and, by the person, to the company: of the two the person's.
                .agg(max(struct(
                                col(Episodes.TARGET_TYPE)
                                        .equalTo(Offers.CUSTOMER)
                                        .as("own"),
                                unix_date(col(Episodes.FIRST_DAY)).as(FIRST_DAY),
                                unix_date(col(Episodes.DELIVERED_ON)).as(DELIVERED_DAY),
                                unix_date(col(Episodes.AS_DELIVERED).getField(Episodes.NIGHT))
                                        .as(NIGHT),
                                col(Episodes.AS_DELIVERED)))
                        .as(COLUMN));
    }

    /** What was known at a delivery; null where no night had published the offer before it. */
    static Sent at(Row sent, int day) {
        Integer first = sent == null ? null : sent.<Integer>getAs(DELIVERED_DAY);
        if (first != null && day > first) {
            return AGAIN;
        }
        if (sent == null || sent.<Integer>getAs(NIGHT) >= day) {
            return null;
        }
        Row known = sent.getAs(Episodes.AS_DELIVERED);
        Double evidence = known.getAs(Episodes.EVIDENCE);
        int terms = known.fieldIndex(Episodes.ACCEPTANCE_TERMS);
        return new Sent(
                Word.of(Trigger.class, known.getAs(Episodes.TRIGGER)).orElse(null),
                Word.of(Segment.class, known.getAs(Episodes.LWP_SEGMENT)).orElse(null),
                known.getAs(Episodes.P_ANYWAY),
                evidence == null ? 1 : evidence,
                known.getAs(Episodes.P_ACCEPT),
                Published.beside(known.isNullAt(terms) ? null : known.<Row>getList(terms)));
    }
}
