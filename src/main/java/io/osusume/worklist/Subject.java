package io.osusume.worklist;

import io.osusume.tables.Features;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.Segment;
import io.osusume.tables.Word;
import java.math.BigDecimal;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** A row of {@link Subjects}, read, with its offers of tonight: days are whole numbers since 1970-01-01, null is not known. */
final class Subject {
    private final Row row;
    private final List<Offer> offers;

    /** @param offers the best first */
    Subject(Row row, List<Offer> offers) {
        this.row = row;
        this.offers = List.copyOf(offers);
    }

    /** A running contract. */
    record Contract(String what, Integer renews, Integer asked, String term) {
        private static final int DAYS_OF_MONTH = 30;

        /** Whether it renews so often that a talk before each renewal would never end. */
        boolean rollsWithin(int days) {
            if (term == null) {
                return false;
            }
            Period period = Period.parse(term);
            return period.toTotalMonths() * DAYS_OF_MONTH + period.get(ChronoUnit.DAYS) <= days;
        }
    }

    /** Something that happened on a day, about a product, a ticket or an offer. */
    record Event(int day, String what, String type, String subject, Integer mark) {}

    /** An offer of tonight. */
    record Offer(Row row) {
        String id() {
            return row.getAs(Offers.OFFER_ROW_ID);
        }

        OfferType type() {
            return Word.of(OfferType.class, row.getAs(Offers.OFFER_TYPE)).orElseThrow();
        }

        boolean sells() {
            return type() != OfferType.NURTURE;
        }

        String text(String column) {
            return row.getAs(column);
        }

        BigDecimal expectedValue() {
            return BigDecimal.valueOf(row.<Double>getAs(Offers.EXPECTED_VALUE));
        }

        int from() {
            return row.getAs(TonightsOffers.FROM);
        }

        int to() {
            return row.getAs(TonightsOffers.TO);
        }

        boolean isOf(Event event) {
            return text(Offers.OFFER_TYPE).equals(event.type())
                    && text(Happenings.SUBJECT).equals(event.subject());
        }
    }

    boolean isAccount() {
        return Offers.ACCOUNT.equals(text(Offers.TARGET_TYPE));
    }

    String text(String column) {
        return row.getAs(column);
    }

    Integer whole(String column) {
        return row.getAs(column);
    }

    /** 0 where it is not known. */
    long count(String column) {
        Long count = row.getAs(column);
        return count == null ? 0 : count;
    }

    boolean knows(String column) {
        return row.getAs(column) != null;
    }

    boolean holds(String column) {
        return Boolean.TRUE.equals(row.<Boolean>getAs(column));
    }

    BigDecimal ltv() {
        return row.getAs(Subjects.LTV);
    }

    Double trend() {
        return row.getAs(Features.USAGE_TREND);
    }

    boolean isIn(Segment segment) {
        return segment.wire().equals(text(LwpSegments.SEGMENT));
    }

    List<Contract> contracts() {
        int at = row.fieldIndex(Happenings.CONTRACTS);
        List<Row> contracts = row.isNullAt(at) ? List.of() : row.getList(at);
        return contracts.stream()
                .map(c -> new Contract(
                        c.getAs(Happenings.WHAT),
                        c.<Integer>getAs(Happenings.RENEWS) == Integer.MAX_VALUE ? null : c.getAs(Happenings.RENEWS),
                        c.getAs(Happenings.ASKED),
                        c.getAs(Happenings.TERM)))
                .toList();
    }

    List<Offer> offers() {
        return offers;
    }

    Optional<Event> bought() {
        return struct(Happenings.BOUGHT)
                .map(e -> new Event(e.getAs(Happenings.DAY), e.getAs(Happenings.WHAT), null, null, null));
    }

    Optional<Event> severe() {
        return struct(Happenings.SEVERE)
                .map(e -> new Event(e.getAs(Happenings.DAY), e.getAs(Happenings.TICKET), null, null, null));
    }

    Optional<Event> lowMark() {
        return struct(Happenings.LOW_MARK)
                .map(e -> new Event(
                        e.getAs(Happenings.DAY), e.getAs(Happenings.TICKET), null, null, e.getAs(Happenings.MARK)));
    }

    Optional<Event> declined() {
        return struct(Happenings.DECLINED).map(Subject::aboutOffer);
    }

    Optional<Event> awaiting() {
        return struct(Happenings.AWAITING).map(Subject::aboutOffer);
    }

    private static Event aboutOffer(Row e) {
        return new Event(
                e.getAs(Happenings.DAY),
                e.getAs(Happenings.WHAT),
                e.getAs(Happenings.TYPE),
                e.getAs(Happenings.SUBJECT),
                null);
    }

    private Optional<Row> struct(String column) {
        return Optional.ofNullable(row.getAs(column));
    }
}
