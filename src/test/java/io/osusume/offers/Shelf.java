package io.osusume.offers;

import io.osusume.acceptance.AcceptanceModel;
import io.osusume.acceptance.Trial;
import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.Sale;
import io.osusume.catalogue.SaleRules;
import io.osusume.config.OsusumeConfig;
import io.osusume.features.TestFacts;
import io.osusume.tables.Arm;
import io.osusume.tables.BasketKind;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.Segment;
import io.osusume.tables.Trigger;
import io.osusume.tables.Word;
import io.osusume.uplift.UpliftModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Small products and targets for tests, written in words. */
public final class Shelf {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    static final int TODAY = (int) AS_OF.toEpochDay();

    static final double USUAL_P_BUY = 0.02;

    private Shelf() {}

    static Item goods(String id, double price) {
        return goods(id, price, 0.3 * price);
    }

    static Item goods(String id, double price, double margin) {
        return item(id, null, null, price, margin, 0, false);
    }

    static Item consumable(String id, double price) {
        return item(id, null, null, price, 0.5 * price, 0, true);
    }

    /** A plan billed by month. */
    public static Item plan(String id, String family, int tier, double price) {
        return item(id, family, tier, price, 0.8 * price, 12, false);
    }

    private static Item item(
            String id, String family, Integer tier, double price, double margin, int periods, boolean consumable) {
        Item item = Item.of(
                new Item.Label(id, "name of " + id, "category of " + id, "track of " + id),
                new Item.Tariff(BigDecimal.valueOf(price), margin, periods),
                new Item.SaleTerms(Sale.OPEN, consumable, Item.Required.NOTHING, Set.of(), null));
        return item.with(new Item.Ladder(family, tier, null, null));
    }

    /** The same product with a substitute group. */
    static Item inGroup(Item i, String group) {
        return i.with(new Item.SaleTerms(Sale.OPEN, i.terms().consumable(), Item.Required.NOTHING, Set.of(), group));
    }

    /** The same product that requires another. */
    static Item requiring(Item i, String... required) {
        return i.with(new Item.SaleTerms(
                Sale.OPEN, i.terms().consumable(), new Item.Required(Set.of(required), false), Set.of(), null));
    }

    public static Catalogue catalogue(Item... items) {
        return Catalogue.of(List.of(items));
    }

    public static Holding bought(String id, int daysAgo) {
        return new Holding(
                id,
                true,
                1,
                null,
                TODAY - daysAgo,
                TODAY - daysAgo,
                null,
                null,
                null,
                List.of(TODAY - daysAgo),
                null,
                Holding.Pay.UNKNOWN,
                Holding.Ending.NONE);
    }

    static Holding former(String id, int daysAgo) {
        return new Holding(
                id,
                false,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                Holding.Pay.UNKNOWN,
                new Holding.Ending(null, TODAY - daysAgo, null));
    }

    static Holding consumed(String id, int... daysAgo) {
        List<Integer> days = Arrays.stream(daysAgo).mapToObj(d -> TODAY - d).toList();
        return new Holding(
                id,
                false,
                days.size(),
                null,
                days.get(0),
                days.get(days.size() - 1),
                null,
                null,
                null,
                days,
                rhythm(days),
                Holding.Pay.UNKNOWN,
                Holding.Ending.NONE);
    }

    static Holding contract(String id, int startedDaysAgo, Integer renewsInDays, Integer cancelledDaysAgo) {
        return new Holding(
                id,
                true,
                0,
                1.0,
                null,
                null,
                renewsInDays == null ? null : TODAY + renewsInDays,
                cancelledDaysAgo == null ? null : TODAY - cancelledDaysAgo,
                TODAY - startedDaysAgo,
                List.of(),
                null,
                Holding.Pay.UNKNOWN,
                Holding.Ending.NONE);
    }

    /** From four days on: steady, at the mean interval. */
    private static Rhythm rhythm(List<Integer> days) {
        int n = days.size() - 1;
        int last = days.get(n);
        double interval = n < 1 ? 0 : (last - days.get(0)) / (double) n;
        return n < 3 ? null : new Rhythm(n, interval, 0.1, 1, 0.95, last + (int) Math.round(interval));
    }

    /** A contract for so many units, for which so much is paid in a year. */
    static Holding paidContract(String id, double units, double perYear, Integer cancelledDaysAgo) {
        return paidContract(id, units, new Holding.Pay(perYear, null), cancelledDaysAgo);
    }

    static Holding paidContract(String id, double units, Holding.Pay pay, Integer cancelledDaysAgo) {
        return new Holding(
                id,
                true,
                0,
                units,
                null,
                null,
                null,
                cancelledDaysAgo == null ? null : TODAY - cancelledDaysAgo,
                TODAY - 400,
                List.of(),
                null,
                pay,
                Holding.Ending.NONE);
    }

    public static Who who(String segment) {
        return new Who(segment);
    }

    /** Builds a target. */
    static final class Who {
        private final Segment segment;
        private double loyalty = 0.6;
        private boolean mayContact = true;
        private boolean consentKnown = true;
        private boolean care;
        private Surge surge;
        private final List<Standing> standing = new ArrayList<>();
        private String type = Offers.CUSTOMER;
        private final List<Holding> held = new ArrayList<>();
        private final List<Target.Use> uses = new ArrayList<>();
        private final List<Target.Interested> interests = new ArrayList<>();
        private final List<Target.Likely> likely = new ArrayList<>();
        private final List<Target.OfferEvent> past = new ArrayList<>();
        private final List<Target.Touch> touches = new ArrayList<>();
        private final List<Sign> signs = new ArrayList<>();

        private Who(String segment) {
            this.segment = Word.of(Segment.class, segment).orElseThrow();
        }

        Who has(Holding... holdings) {
            held.addAll(List.of(holdings));
            return this;
        }

        Who uses(Target.Use use) {
            uses.add(use);
            return this;
        }

        Who likes(String product, double interest, int daysAgo) {
            interests.add(new Target.Interested(product, interest, TODAY - daysAgo, 3));
            return this;
        }

        Who likely(String product, Double pBuy, String nearest) {
            likely.add(new Target.Likely(product, likely.size() + 1, pBuy, nearest, nearest == null ? 0 : 0.3, 7));
            return this;
        }

        Who past(String type, String product, String event, int daysAgo) {
            past.add(new Target.OfferEvent(
                    Word.of(OfferType.class, type).orElse(null),
                    product,
                    Word.of(OfferEventType.class, event).orElseThrow(),
                    Trigger.NONE,
                    Segment.READY,
                    TODAY - daysAgo));
            return this;
        }

        Who past(Target.OfferEvent event) {
            past.add(event);
            return this;
        }

        Who touched(int... daysAgo) {
            for (int d : daysAgo) {
                touches.add(new Target.Touch("email", "none", TODAY - d));
            }
            return this;
        }

        /** A sign about a product, so many days ago; null: of any, not by time. */
        Who sign(Sign.Kind kind, String subject, Integer daysAgo) {
            return sign(new Sign(kind, subject, null, daysAgo == null ? null : TODAY - daysAgo, null));
        }

        Who sign(Sign sign) {
            signs.add(sign);
            return this;
        }

        Who loyal(double score) {
            loyalty = score;
            return this;
        }

        Who optedOut() {
            mayContact = false;
            return this;
        }

        Who neverAsked() {
            mayContact = false;
            consentKnown = false;
            return this;
        }

        Who inCare() {
            care = true;
            return this;
        }

        Who surges(String product) {
            return surges(Set.of(product), product);
        }

        Who surges(Set<String> offered, String... products) {
            List<Surge.Interest> interests = Arrays.stream(products)
                    .map(p -> new Surge.Interest(p, 4, 1, List.of("hr", "it")))
                    .toList();
            surge = new Surge(4, 2, 1, interests, offered);
            return this;
        }

        /** Offered last night. */
        Who offered(String type, String product) {
            standing.add(new Standing(type, product, null));
            return this;
        }

        Who asAccount() {
            type = Offers.ACCOUNT;
            return this;
        }

        Target target() {
            return new Target(
                    new Target.Recipient(type, "t1", "c1", "a1", "owner", "en", Arm.TREATED),
                    new Target.State(segment, "A", loyalty, mayContact, consentKnown, care, surge, null),
                    new Target.Profile(
                            Target.Profile.byProduct(held, Holding::productId),
                            uses.stream().collect(Collectors.groupingBy(Target.Use::productId)),
                            Target.Profile.byProduct(interests, Target.Interested::productId),
                            Target.Profile.byProduct(likely, Target.Likely::productId),
                            List.copyOf(past),
                            List.copyOf(touches)),
                    List.copyOf(standing),
                    List.copyOf(signs));
        }
    }

    public static Proposal.Rule rule(String from, String to, double confidence, double lift) {
        return new Proposal.Rule(
                from + ">" + to, List.of(from), to, confidence, lift, 0.001, BasketKind.CUSTOMER, 40, 0.01);
    }

    public static OsusumeConfig config(String... settings) {
        return TestFacts.config(settings);
    }

    static Knowledge known(Catalogue catalogue, OsusumeConfig config) {
        return new Knowledge(
                sale(catalogue, config),
                new UnitEconomics(config.ltv(), AS_OF),
                new Timing(config.offers().triggers(), config.offers().contactDays(), AS_OF),
                config.offers().minInterest(),
                config.offers().acceptance().usualLift(),
                USUAL_P_BUY,
                Anyway.of(config));
    }

    static Learned nothingLearned(OsusumeConfig config) {
        UsualPBuy usual = new UsualPBuy(USUAL_P_BUY, USUAL_P_BUY);
        return new Learned(
                new PastOutcomes(List.of(), Map.of(), List.of()),
                usual,
                null,
                learned(config, List.of()),
                unmeasured(config),
                .9);
    }

    static AcceptanceModel learned(OsusumeConfig config, List<Trial> trials) {
        double anyway = Anyway.of(config).within(USUAL_P_BUY);
        return AcceptanceModel.learn(trials, config.offers().acceptance(), anyway, Map.of());
    }

    /** Nobody was in control. */
    static UpliftModel unmeasured(OsusumeConfig config) {
        return UpliftModel.learn(List.of(), config, 0);
    }

    static SaleRules sale(Catalogue catalogue, OsusumeConfig config) {
        return new SaleRules(catalogue, config.offers().priceBand());
    }

    public static Decider decider(Catalogue catalogue, OsusumeConfig config, List<Proposal.Rule> rules) {
        return decider(catalogue, config, rules, List.of());
    }

    static Decider decider(
            Catalogue catalogue, OsusumeConfig config, List<Proposal.Rule> rules, List<BundlesByItem.Bundle> bundles) {
        SaleRules sale = sale(catalogue, config);
        return new Assembly(config, sale, nothingLearned(config), AS_OF)
                .decider(RuleHints.of(rules, sale, config.offers()), BundlesByItem.of(bundles));
    }
}
