package io.osusume.ranking;

import static io.osusume.ranking.Feature.Group.CATEGORY;
import static io.osusume.ranking.Feature.Group.CUSTOMER;
import static io.osusume.ranking.Feature.Group.FACTORS;
import static io.osusume.ranking.Feature.Group.INTEREST;
import static io.osusume.ranking.Feature.Group.LWP;
import static io.osusume.ranking.Feature.Group.NEWCOMERS;
import static io.osusume.ranking.Feature.Group.PRICE;
import static io.osusume.ranking.Feature.Group.PRODUCT;
import static io.osusume.ranking.Feature.Group.RULES;
import static io.osusume.ranking.Feature.Group.SIMILARITY;

import io.osusume.features.Signals.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the ranker knows of a customer and a candidate, in the order of the feature vector. Half-lives are in days and run on
 * the age of the customer's last purchase of the product that speaks for the candidate. Spans end with the day before the
 * window's start.
 */
enum Feature {
    /** Σ cosine to the customer's products, over customers' baskets; then with half-lives. */
    TOGETHER(SIMILARITY),
    TOGETHER_15(SIMILARITY),
    TOGETHER_60(SIMILARITY),
    /** The largest single one of these. */
    NEAREST(SIMILARITY),
    /** Σ cosine over customers' baskets of the last ranker.recent_days; then with a half-life of 30. */
    LATELY(SIMILARITY),
    LATELY_30(SIMILARITY),
    /** Σ cosine over orders; then with a half-life of 30. */
    IN_ORDER(SIMILARITY),
    IN_ORDER_30(SIMILARITY),
    /** The best confidence of a rule from one of the customer's products, over customers' baskets and over orders. */
    CUSTOMER_RULE(RULES),
    ORDER_RULE(RULES),
    /** Latent factors: the first 16, all, and those of recent purchases. */
    TASTE_16(FACTORS),
    TASTE(FACTORS),
    MOOD(FACTORS),
    /** Σ closeness of taste to those who bought it for the first time in 14 and 28 days; then per head, shrunk. */
    NEWCOMERS_14(NEWCOMERS),
    NEWCOMERS_28(NEWCOMERS),
    NEWCOMERS_14_MEAN(NEWCOMERS),
    NEWCOMERS_28_MEAN(NEWCOMERS),
    /**
     * Share of all products' buyers, and of all first buyers, in so many days: shares and not counts, so that a busy month
     * does not look like another kind of product.
     */
    BUYERS_7(PRODUCT),
    BUYERS_14(PRODUCT),
    BUYERS_28(PRODUCT),
    BUYERS_56(PRODUCT),
    BUYERS_EVER(PRODUCT),
    NEW_BUYERS_7(PRODUCT),
    NEW_BUYERS_14(PRODUCT),
    NEW_BUYERS_28(PRODUCT),
    NEW_BUYERS_56(PRODUCT),
    TREND(PRODUCT),
    SLOW_TREND(PRODUCT),
    /** Days since the first and since the last sale. */
    AGE(PRODUCT),
    SINCE_SOLD(PRODUCT),
    UNIT_PRICE(PRODUCT),
    USUAL_QUANTITY(PRODUCT),
    REPEATS(PRODUCT),
    PRODUCTS(CUSTOMER),
    ORDERS(CUSTOMER),
    ORDERS_28(CUSTOMER),
    ORDERS_90(CUSTOMER),
    /** Days since the last and since the first order; the second ÷ orders; the first ÷ the third. */
    RECENCY(CUSTOMER),
    TENURE(CUSTOMER),
    INTERVAL(CUSTOMER),
    OVERDUE(CUSTOMER),
    /** Products bought for the first time in 28 and 90 days. */
    NOVELTIES_28(CUSTOMER),
    NOVELTIES_90(CUSTOMER),
    PRODUCTS_PER_ORDER(CUSTOMER),
    /** Means over the customer's products of ln price, ln(1 + quantity), ln(1 + buyers). */
    LOG_PRICE(CUSTOMER),
    LOG_QUANTITY(CUSTOMER),
    LOG_POPULARITY(CUSTOMER),
    /** ln price − the customer's mean. */
    PRICE_RATIO(PRICE),
    /** Share of the customer's products that are of the candidate's category; 0 where it has none. */
    CATEGORY_SHARE(CATEGORY),
    /** How often the customer showed interest in it in 7 and 28 days, and in anything in 28. */
    LOOKS_7(INTEREST, Kind.LOOK, 7),
    LOOKS_28(INTEREST, Kind.LOOK, 28),
    ALL_LOOKS_28(INTEREST, Kind.LOOK, 28),
    /** On how many of 28 days anybody of the customer's account showed interest in it, and in any product, by product. */
    ACCOUNT_LOOKS_28(INTEREST, Kind.ACCOUNT_LOOK, 28),
    ACCOUNT_ALL_LOOKS_28(INTEREST, Kind.ACCOUNT_LOOK, 28),
    /**
     * What the what and pace of LWP are made of beside orders and interest, as of the window's start: days with use, problems
     * reported, contacts, and welcome and unwelcome reactions.
     */
    USES_28(LWP, Kind.USE, 28),
    USES_84(LWP, Kind.USE, 84),
    PROBLEMS_84(LWP, Kind.PROBLEM, 84),
    CONTACTS_28(LWP, Kind.CONTACT, 28),
    CONTACTS_84(LWP, Kind.CONTACT, 84),
    WELCOMES_84(LWP, Kind.CONTACT, 84),
    REFUSALS_84(LWP, Kind.CONTACT, 84);

    /** Features that are left out together to see what they are worth. */
    enum Group {
        SIMILARITY,
        RULES,
        FACTORS,
        NEWCOMERS,
        PRODUCT,
        CUSTOMER,
        PRICE,
        CATEGORY,
        INTEREST,
        LWP;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many features are worked out by walking from the customer's products to their neighbours: the first ones. */
    static final int WALKED = ORDER_RULE.index() + 1;

    private static final List<Feature> ALL = List.of(values());

    /** The longest span of days that a feature of {@link ActivityLog} looks back. */
    static final int LONGEST_SPAN = 84;

    private final Group group;
    private final Kind kind;
    private final int span;

    Feature(Group group) {
        this(group, null, 0);
    }

    /**
     * One that counts what happened in a span of days.
     *
     * @param kind by whose first occurrence it is told since when there is data; reactions begin with contacts
     */
    Feature(Group group, Kind kind, int span) {
        this.group = group;
        this.kind = kind;
        this.span = span;
    }

    /** The kind whose data must reach back by {@link #span} days; none for what comes from purchases alone. */
    Optional<Kind> kind() {
        return Optional.ofNullable(kind);
    }

    int span() {
        return span;
    }

    /** Its place in the feature vector: the order of this list. */
    @SuppressWarnings("EnumOrdinal") // the vector is laid out by this very list
    int index() {
        return ordinal();
    }

    /** The feature at a place. */
    static Feature at(int index) {
        return ALL.get(index);
    }

    Group group() {
        return group;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Places of all features save those of the groups named. */
    static int[] without(List<String> groups) {
        return Arrays.stream(values())
                .filter(f -> !groups.contains(f.group.label()))
                .mapToInt(Feature::index)
                .toArray();
    }
}
