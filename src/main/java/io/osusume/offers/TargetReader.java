package io.osusume.offers;

import io.osusume.tables.Arm;
import io.osusume.tables.Contacts;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Customers;
import io.osusume.tables.Features;
import io.osusume.tables.Ltv;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.MeasuredUse;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.RankedProducts;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Reads a {@link Target} from a row of {@link TargetRows}; its lists are sorted, whatever the order of the facts. */
final class TargetReader {
    private final List<Holding> held = new ArrayList<>();
    private final Rhythms rhythms = new Rhythms();
    private final List<Target.Use> uses = new ArrayList<>();
    private final List<Target.Interested> interests = new ArrayList<>();
    private final List<Target.Likely> likely = new ArrayList<>();
    private final List<Target.OfferEvent> past = new ArrayList<>();
    private final List<Target.Touch> touches = new ArrayList<>();

    private TargetReader() {}

    /** @param made account → what it is offered tonight */
    static Target read(Row row, Map<String, Set<String>> made) {
        TargetReader reader = new TargetReader();
        String recipient = row.getAs(Customers.CUSTOMER_ID);
        if (!row.isNullAt(row.fieldIndex(TargetRows.FACTS))) {
            for (Row fact : row.<Row>getList(row.fieldIndex(TargetRows.FACTS))) {
                reader.add(fact, recipient);
            }
        }
        reader.sort();
        return new Target(recipient(row), state(row, made), reader.profile(), Standing.read(row), Sign.read(row));
    }

    private static Target.Recipient recipient(Row row) {
        return new Target.Recipient(
                row.getAs(Offers.TARGET_TYPE),
                row.getAs(Offers.TARGET_ID),
                row.getAs(Customers.CUSTOMER_ID),
                row.getAs(Customers.ACCOUNT_ID),
                row.getAs(Customers.OWNER),
                row.getAs(Customers.LOCALE),
                Word.of(Arm.class, row.getAs(Customers.ARM)).orElse(Arm.TREATED));
    }

    private static Target.State state(Row row, Map<String, Set<String>> made) {
        return new Target.State(
                Word.of(Segment.class, row.getAs(LwpSegments.SEGMENT)).orElseThrow(),
                row.getAs(LwpSegments.PRIORITY),
                row.isNullAt(row.fieldIndex(LwpSegments.LOYALTY_SCORE)) ? 0 : number(row, LwpSegments.LOYALTY_SCORE),
                row.getAs(Features.MAY_CONTACT),
                row.getAs(Features.CONSENT_KNOWN),
                row.getAs(TargetRows.CARE),
                Surge.read(row, made),
                row.getAs(Ltv.LTV));
    }

    private Target.Profile profile() {
        return new Target.Profile(
                merged(rhythms.of(held)),
                uses.stream().collect(Collectors.groupingBy(Target.Use::productId)),
                Target.Profile.byProduct(interests, Target.Interested::productId),
                Target.Profile.byProduct(likely, Target.Likely::productId),
                past,
                touches);
    }

    private void add(Row fact, String recipient) {
        String kind = fact.getAs(TargetFacts.KIND);
        switch (kind) {
            case TargetFacts.HELD -> held.add(held(fact));
            case TargetFacts.NEED -> rhythms.add(fact, recipient);
            case TargetFacts.USE -> uses.add(use(fact));
            case TargetFacts.INTEREST ->
                interests.add(new Target.Interested(
                        fact.getAs(CustomerHoldings.PRODUCT_ID),
                        number(fact, TargetFacts.INTEREST),
                        fact.<Integer>getAs(TargetFacts.DAY),
                        fact.<Long>getAs(TargetFacts.EVENTS)));
            case TargetFacts.LIKELY -> {
                if (recipient.equals(fact.getAs(TargetFacts.PERSON))) {
                    fact.<Row>getList(fact.fieldIndex(TargetFacts.RANKED)).forEach(r -> likely.add(likely(r)));
                }
            }
            case TargetFacts.PAST -> past.add(past(fact));
            case TargetFacts.TOUCH -> {
                if (recipient.equals(fact.getAs(TargetFacts.PERSON))) {
                    touches.add(new Target.Touch(
                            TargetFacts.way(fact),
                            fact.getAs(Contacts.RESPONSE),
                            fact.<Integer>getAs(TargetFacts.DAY)));
                }
            }
            default -> throw new IllegalStateException(kind);
        }
    }

    private static Target.OfferEvent past(Row fact) {
        OfferEventType event =
                Word.of(OfferEventType.class, fact.getAs(OfferEvents.EVENT)).orElseThrow();
        int day = fact.<Integer>getAs(TargetFacts.DAY);
        Row sent = event == OfferEventType.DELIVERED ? fact.getAs(Sent.COLUMN) : null;
        return new Target.OfferEvent(
                Word.of(OfferType.class, fact.getAs(OfferEvents.OFFER_TYPE)).orElse(null),
                fact.getAs(OfferEvents.PRODUCT_ID),
                event,
                Word.of(Trigger.class, fact.getAs(OfferEvents.TRIGGER)).orElse(null),
                Word.of(Segment.class, fact.getAs(OfferEvents.SEGMENT)).orElse(null),
                day,
                TargetFacts.way(fact),
                Sent.at(sent, day));
    }

    private static Holding held(Row f) {
        int days = f.fieldIndex(TargetFacts.DAYS);
        return new Holding(
                f.getAs(CustomerHoldings.PRODUCT_ID),
                f.getAs(CustomerHoldings.OWNED),
                number(f, TargetFacts.UNITS),
                f.getAs(TargetFacts.CONTRACT_UNITS),
                f.getAs(TargetFacts.FIRST_DAY),
                f.getAs(TargetFacts.DAY),
                f.getAs(TargetFacts.RENEWS_DAY),
                f.getAs(TargetFacts.CANCEL_DAY),
                f.getAs(TargetFacts.STARTED_DAY),
                f.isNullAt(days) ? List.of() : List.copyOf(f.<Integer>getList(days)),
                null,
                Holding.Pay.read(f),
                Holding.Ending.read(f));
    }

    private static Target.Use use(Row f) {
        return new Target.Use(
                f.getAs(MeasuredUse.PRODUCT_ID),
                f.getAs(MeasuredUse.METRIC),
                f.getAs(MeasuredUse.UTILISATION),
                f.getAs(MeasuredUse.UTILISATION_28D),
                number(f, MeasuredUse.USE_28D),
                f.getAs(MeasuredUse.TREND),
                f.<Integer>getAs(MeasuredUse.ACTIVE_PERIODS));
    }

    private static Target.Likely likely(Row f) {
        return new Target.Likely(
                f.getAs(RankedProducts.PRODUCT_ID),
                f.<Integer>getAs(RankedProducts.PLACE),
                f.getAs(RankedProducts.P_BUY),
                f.getAs(RankedProducts.NEAREST_PRODUCT_ID),
                number(f, RankedProducts.NEAREST),
                f.<Long>getAs(RankedProducts.NEW_BUYERS_28D));
    }

    /** What several people of an account have of one product counts once: whoever owns it owns it for all. */
    private static Map<String, Holding> merged(List<Holding> held) {
        Map<String, Holding> byProduct = new LinkedHashMap<>();
        held.forEach(h -> byProduct.merge(h.productId(), h, TargetReader::better));
        return byProduct;
    }

    private static Holding better(Holding a, Holding b) {
        int contracts = Boolean.compare(a.contract(), b.contract());
        int owned = Boolean.compare(a.owned(), b.owned());
        return contracts != 0 ? (contracts > 0 ? a : b) : owned >= 0 ? a : b;
    }

    private void sort() {
        held.sort(Comparator.comparing(Holding::productId).thenComparing(Holding::toString));
        uses.sort(Comparator.comparing(Target.Use::productId).thenComparing(Target.Use::toString));
        interests.sort(Comparator.comparing(Target.Interested::interest)
                .reversed()
                .thenComparing(Target.Interested::toString));
        likely.sort(Comparator.comparing(Target.Likely::place).thenComparing(Target.Likely::productId));
        past.sort(Comparator.comparing(Target.OfferEvent::day).thenComparing(Target.OfferEvent::toString));
        touches.sort(Comparator.comparing(Target.Touch::day).thenComparing(Target.Touch::toString));
    }

    private static double number(Row row, String column) {
        return row.<Double>getAs(column);
    }
}
