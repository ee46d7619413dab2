package io.osusume.offers;

import io.osusume.tables.OfferType;
import io.osusume.tables.Word;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * What speaks for or against offers to a target beside what it has, does and was offered.
 *
 * @param subject the product or bundle that it is about; null: any
 * @param type the offer type that it is about; null: any
 * @param day when it was last, or until when it holds; null: not by time
 * @param note who says so, and why; null: nobody
 */
record Sign(Kind kind, String subject, OfferType type, Integer day, String note) {
    static final String COLUMN = "signs";

    /** What it is. */
    enum Kind {
        /** The company of the customer has as many of a product as it has people. */
        COMPANY_HAS,
        /** A case was closed with a low mark, on a day. */
        LOW_MARK,
        /** A severe case was closed, on a day. */
        SEVERE_CASE,
        /** A payment that is due is owed. */
        UNPAID,
        /** All that runs under contract rests, until a day. */
        RESTS,
        /** The last answer to how likely they recommend us was low. */
        DETRACTOR,
        /** The customer wanted more than a limit allows. */
        LIMIT_REFUSED,
        /** The customer put a product into the cart. */
        IN_CART,
        /** The trial of a contract ends, on a day to come. */
        TRIAL_ENDS,
        /** The customer told that the price is the trouble. */
        PRICE_WISH,
        /** A person decided that it is not offered, until a day. */
        HOLD,
        /** A person decided that it is offered first, until a day. */
        PIN
    }

    static List<Sign> read(Row row) {
        int column = row.fieldIndex(COLUMN);
        return row.isNullAt(column)
                ? List.of()
                : row.<Row>getList(column).stream()
                        .map(r -> new Sign(
                                Kind.valueOf(r.getString(0)),
                                r.getString(1),
                                Word.of(OfferType.class, r.getString(2)).orElse(null),
                                r.isNullAt(3) ? null : r.getInt(3),
                                r.getString(4)))
                        .toList();
    }

    /** Whether it is about an offer. */
    boolean isAbout(Proposal proposal) {
        return (type == null || type == proposal.type())
                && (subject == null || subject.equals(proposal.subject().key()) || proposal.offers(subject));
    }

    /** The first of a kind that is about an offer. */
    static Optional<Sign> about(Target target, Kind kind, Proposal proposal) {
        return target.signs().stream()
                .filter(s -> s.kind() == kind && s.isAbout(proposal))
                .findFirst();
    }

    /** The latest day of a kind, of a product; null: of any. */
    static Optional<Integer> day(Target target, Kind kind, String product) {
        return target.signs().stream()
                .filter(s -> s.kind() == kind && s.day() != null)
                .filter(s -> product == null || s.subject() == null || product.equals(s.subject()))
                .map(Sign::day)
                .max(Integer::compare);
    }
}
