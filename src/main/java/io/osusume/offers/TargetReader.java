package io.osusume.offers;

import io.osusume.features.CustomerFeatures;
import io.osusume.features.Holdings;
import io.osusume.features.ProductUse;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Reads a {@link Target} from a row of {@link TargetRows}; its lists are sorted, whatever the order of the facts. */
final class TargetReader {
    private final List<Held> held = new ArrayList<>();
    private final List<Target.Use> uses = new ArrayList<>();
    private final List<Target.Interested> interests = new ArrayList<>();
    private final List<Target.Past> past = new ArrayList<>();
    private final List<Target.Touch> touches = new ArrayList<>();

    private TargetReader() {}

    static Target read(Row row) {
        TargetReader reader = new TargetReader();
        String recipient = row.getAs(Customers.CUSTOMER_ID);
        if (!row.isNullAt(row.fieldIndex(TargetRows.FACTS))) {
            for (Row fact : row.<Row>getList(row.fieldIndex(TargetRows.FACTS))) {
                reader.add(fact, recipient);
            }
        }
        reader.sort();
        return new Target(
                row.getAs(Offers.TARGET_TYPE),
                row.getAs(Offers.TARGET_ID),
                recipient,
                row.getAs(Customers.ACCOUNT_ID),
                row.getAs(Customers.OWNER),
                row.getAs(Customers.LOCALE),
                row.getAs(Customers.ARM),
                row.getAs(LwpSegments.SEGMENT),
                row.getAs(LwpSegments.PRIORITY),
                row.isNullAt(row.fieldIndex(LwpSegments.LOYALTY_SCORE)) ? 0 : number(row, LwpSegments.LOYALTY_SCORE),
                row.getAs(CustomerFeatures.MAY_CONTACT),
                row.getAs(TargetRows.CARE),
                surge(row),
                merged(reader.held),
                reader.uses,
                reader.interests,
                reader.past,
                reader.touches);
    }

    private static Target.Surge surge(Row row) {
        String product = row.getAs(TargetRows.SURGE_PRODUCT);
        return product == null
                ? null
                : new Target.Surge(
                        product,
                        row.<Long>getAs(AccountScores.PEOPLE),
                        row.<Long>getAs(AccountScores.DEPARTMENTS),
                        row.<Long>getAs(AccountScores.SENIOR_PEOPLE));
    }

    private void add(Row fact, String recipient) {
        String kind = fact.getAs(TargetRows.KIND);
        switch (kind) {
            case TargetRows.HELD -> held.add(held(fact));
            case TargetRows.USE -> uses.add(use(fact));
            case TargetRows.INTEREST ->
                interests.add(new Target.Interested(
                        fact.getAs(Holdings.PRODUCT_ID),
                        number(fact, TargetRows.INTEREST),
                        fact.<Integer>getAs(TargetRows.DAY),
                        fact.<Long>getAs(TargetRows.EVENTS)));
            case TargetRows.PAST ->
                past.add(new Target.Past(
                        fact.getAs(OfferEvents.OFFER_TYPE),
                        fact.getAs(OfferEvents.PRODUCT_ID),
                        fact.getAs(OfferEvents.EVENT),
                        fact.getAs(OfferEvents.TRIGGER),
                        fact.getAs(OfferEvents.SEGMENT),
                        fact.<Integer>getAs(TargetRows.DAY)));
            case TargetRows.TOUCH -> {
                if (recipient.equals(fact.getAs(TargetRows.PERSON))) {
                    touches.add(new Target.Touch(
                            fact.getAs(Contacts.CHANNEL),
                            fact.getAs(Contacts.RESPONSE),
                            fact.<Integer>getAs(TargetRows.DAY)));
                }
            }
            default -> throw new IllegalStateException(kind);
        }
    }

    private static Held held(Row f) {
        int days = f.fieldIndex(TargetRows.DAYS);
        return new Held(
                f.getAs(Holdings.PRODUCT_ID),
                f.getAs(Holdings.OWNED),
                number(f, TargetRows.UNITS),
                f.getAs(TargetRows.CONTRACT_UNITS),
                f.getAs(TargetRows.FIRST_DAY),
                f.getAs(TargetRows.DAY),
                f.getAs(TargetRows.RENEWS_DAY),
                f.getAs(TargetRows.CANCEL_DAY),
                f.getAs(TargetRows.STARTED_DAY),
                f.isNullAt(days) ? List.of() : List.copyOf(f.<Integer>getList(days)));
    }

    private static Target.Use use(Row f) {
        return new Target.Use(
                f.getAs(ProductUse.PRODUCT_ID),
                f.getAs(ProductUse.METRIC),
                f.getAs(ProductUse.UTILISATION),
                f.getAs(ProductUse.UTILISATION_28D),
                number(f, ProductUse.USE_28D),
                f.getAs(ProductUse.TREND),
                f.<Integer>getAs(ProductUse.ACTIVE_PERIODS));
    }

    /** What several people of an account have of one product counts once: whoever owns it owns it for all. */
    private static List<Held> merged(List<Held> held) {
        TreeMap<String, Held> byProduct = new TreeMap<>();
        held.forEach(h -> byProduct.merge(h.productId(), h, TargetReader::better));
        return List.copyOf(byProduct.values());
    }

    private static Held better(Held a, Held b) {
        int contracts = Boolean.compare(a.contract(), b.contract());
        int owned = Boolean.compare(a.owned(), b.owned());
        return contracts != 0 ? (contracts > 0 ? a : b) : owned >= 0 ? a : b;
    }

    private void sort() {
        held.sort(Comparator.comparing(Held::productId).thenComparing(Held::toString));
        uses.sort(Comparator.comparing(Target.Use::productId).thenComparing(Target.Use::toString));
        interests.sort(Comparator.comparing(Target.Interested::interest)
                .reversed()
                .thenComparing(Target.Interested::toString));
        past.sort(Comparator.comparing(Target.Past::day).thenComparing(Target.Past::toString));
        touches.sort(Comparator.comparing(Target.Touch::day).thenComparing(Target.Touch::toString));
    }

    private static double number(Row row, String column) {
        return row.<Double>getAs(column);
    }
}
