package io.osusume.offers;

import io.osusume.tables.Arm;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Whom offers are made to: a customer, or an account with what its people have. Days count from 1970-01-01; null: not known.
 *
 * @param standing what it was offered last night
 * @param signs what else speaks for or against an offer
 */
record Target(Recipient recipient, State state, Profile profile, List<Standing> standing, List<Sign> signs) {
    Target(Recipient recipient, State state, Profile profile, List<Standing> standing) {
        this(recipient, state, profile, standing, List.of());
    }

    /**
     * Whom an offer goes to, and how it is addressed.
     *
     * @param customerId the customer, or the one of the account's people to whom its offer goes
     */
    record Recipient(
            String type, String id, String customerId, String accountId, String owner, String locale, Arm arm) {}

    /**
     * How we stand with it.
     *
     * @param consentKnown whether anybody ever said yes or no to being contacted
     * @param care whether the customer, or anybody of the account, has an open issue
     * @param surge why the customer's account surges; null when it does not
     */
    record State(
            Segment segment,
            String priority,
            double loyalty,
            boolean mayContact,
            boolean consentKnown,
            boolean care,
            Surge surge,
            Double ltv) {}

    /**
     * What it has, uses, likes and was offered; maps are by product. Holdings are in the order of products, interests and
     * what is likely from the strongest down, past and touches from the first day on.
     */
    record Profile(
            Map<String, Holding> held,
            Map<String, List<Use>> uses,
            Map<String, Interested> interests,
            Map<String, Likely> likely,
            List<OfferEvent> past,
            List<Touch> touches) {

        /** By product, in the order that they are in; of several for one product the first. */
        static <T> Map<String, T> byProduct(List<T> sorted, Function<T, String> product) {
            Map<String, T> byProduct = new LinkedHashMap<>();
            sorted.forEach(fact -> byProduct.putIfAbsent(product.apply(fact), fact));
            return byProduct;
        }
    }

    /**
     * Use of one product by one metric.
     *
     * @param activePeriods of the last four periods of 28 days, those with use
     */
    record Use(
            String productId,
            String metric,
            Double utilisation,
            Double utilisation28d,
            double use28d,
            Double trend,
            int activePeriods) {}

    /** Interest in one product: decayed event weights, and how many events in 28 days. */
    record Interested(String productId, double interest, int lastDay, long events) {}

    /**
     * A product that the customer may buy next, whatever we offer; the most likely first.
     *
     * @param place from 1
     * @param pBuy null where nothing could be learned
     * @param nearestId the customer's product that is bound to it most; null where none is
     * @param nearest the cosine of the two
     * @param newBuyers28d customers who bought it for the first time in 28 days
     */
    record Likely(String productId, int place, Double pBuy, String nearestId, double nearest, long newBuyers28d) {}

    /**
     * What became of an earlier offer of a product or bundle; type, trigger, segment null where none of ours is told. Of a
     * delivery, {@code sent} is what a night had published of the offer; null where none had.
     */
    record OfferEvent(
            OfferType offerType,
            String subjectId,
            OfferEventType event,
            Trigger trigger,
            Segment segment,
            int day,
            Way way,
            Sent sent) {
        OfferEvent(
                OfferType offerType,
                String subjectId,
                OfferEventType event,
                Trigger trigger,
                Segment segment,
                int day) {
            this(offerType, subjectId, event, trigger, segment, day, Way.UNKNOWN, null);
        }
    }

    /** By which channel, in which campaign something went out; null where nobody tells. */
    record Way(String channel, String campaign) {
        static final Way UNKNOWN = new Way(null, null);
    }

    /** One touch of ours, and the reaction. */
    record Touch(Way way, String response, int day) {
        Touch(String channel, String response, int day) {
            this(new Way(channel, null), response, day);
        }

        String channel() {
            return way.channel();
        }
    }

    boolean isAccount() {
        return recipient.type().equals(Offers.ACCOUNT);
    }

    Segment segment() {
        return state.segment();
    }

    Surge surge() {
        return state.surge();
    }

    Collection<Holding> held() {
        return profile.held().values();
    }

    Collection<Interested> interests() {
        return profile.interests().values();
    }

    Collection<Likely> likely() {
        return profile.likely().values();
    }

    List<OfferEvent> past() {
        return profile.past();
    }

    List<Touch> touches() {
        return profile.touches();
    }

    /** The uses of a product, each by a metric. */
    List<Use> uses(String productId) {
        return profile.uses().getOrDefault(productId, List.of());
    }

    /** The holding of a product; null when there is none. */
    Holding holding(String productId) {
        return profile.held().get(productId);
    }

    boolean owns(String productId) {
        Holding h = holding(productId);
        return h != null && h.owned();
    }

    boolean had(String productId) {
        Holding h = holding(productId);
        return h != null && h.had();
    }

    /** How likely a product is bought next; null when it is not among the most likely. */
    Likely likely(String productId) {
        return profile.likely().get(productId);
    }

    /** The interest in a product; null when there is none. */
    Interested interest(String productId) {
        return profile.interests().get(productId);
    }
}
