package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.catalogue.Item;
import io.osusume.tables.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A company of whose customers all is known, for {@link ClosedLoop}. Nothing in it is of the form of the acceptance model.
 *
 * <p>Some buy by habit and are hardly moved by offers, some can be won, some are cold. What one buys anyway comes at a constant rate
 * of customer × product: the forecast's times a gamma, so that forecasts are right on average and wrong about each. Being
 * asked adds a chance of its own: the customer's, times the root of the liking, times steps for a moment, a high price
 * and contacts of the last 30 days.
 */
final class MadeUpCompany {
    static final int PRODUCTS = 24;
    /** Later than any night: never bought anyway. */
    static final int NEVER = Integer.MAX_VALUE / 2;

    private static final double GAMMA = 4;

    /** By how much each contact of the last 30 days lowers the log of that chance. */
    private static final double WEAR = .3;

    private static final double HORIZON = 28;

    final List<Item> items;
    final Catalogue catalogue;
    final List<Proposal.Rule> rules = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    private final long seed;

    MadeUpCompany(long seed, int customers) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        this.items = items(random);
        this.catalogue = Catalogue.of(items);
        for (int j = 0; j < PRODUCTS; j++) {
            rules.add(Shelf.rule(id(j), id((j + 1) % PRODUCTS), .2, 4));
            rules.add(Shelf.rule(id(j), id((j + 7) % PRODUCTS), .1, 3));
        }
        for (int i = 0; i < customers; i++) {
            people.add(person(i, random));
        }
    }

    /**
     * How customers differ: their share, purchases anyway in 28 days of all products together, how likely being asked wins a sale that
     * would not have come, and loyalty in the middle, as the segments see it.
     */
    enum Kind {
        HABIT(.3, 1.0, .02, .7),
        OPEN(.35, .35, .05, .5),
        COLD(.35, .12, .005, .3);

        private final double share;
        private final double rate;
        private final double won;
        private final double loyalty;

        Kind(double share, double rate, double won, double loyalty) {
            this.share = share;
            this.rate = rate;
            this.won = won;
            this.loyalty = loyalty;
        }
    }

    /**
     * One customer.
     *
     * @param daily the forecast rate of each product, a day, as of the first night
     * @param anyway the night on which each product is bought whatever is offered; {@link #NEVER}
     * @param liking of each product, 1 in the middle
     * @param had how many days before the first night each product was bought; 0: never
     */
    @SuppressWarnings("ArrayRecordComponent") // many, and never compared
    record Person(
            int number,
            Kind kind,
            double loyalty,
            String priority,
            Segment segment,
            double[] daily,
            int[] anyway,
            double[] liking,
            int[] had) {
        /** Probability that a product is bought anyway within 28 days: the less, the longer it has not been. */
        double pBuy(int product, int night) {
            double rate = daily[product] * GAMMA / (GAMMA + daily[product] * night);
            return -Math.expm1(-rate * HORIZON);
        }
    }

    static String id(int product) {
        return "g" + product;
    }

    static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    /** The same number for the same question, whatever was done before: policies differ by what they do, not by luck. */
    double chance(String of, int... what) {
        long key = seed * 1_000_003L + of.hashCode();
        for (int w : what) {
            key = key * 1_000_003L + w;
        }
        return new SplittableRandom(key).nextDouble();
    }

    /** Whether a customer looks into a product on a night. */
    boolean looks(Person who, int product, int night) {
        return chance("look", who.number, product, night) < Math.min(.02, .001 * who.liking[product]);
    }

    /**
     * How likely being asked for a product wins a sale.
     *
     * @param moment whether there is one: interest, or a purchase that it goes with
     * @param timesUsual the price ÷ the middle price of what the customer has
     * @param contacts of the last 30 days, before this one
     */
    static double won(Person who, int product, boolean moment, double timesUsual, int contacts) {
        double liked = Math.min(2, Math.sqrt(who.liking[product]));
        return Math.min(
                .9, who.kind.won * liked * (moment ? 2 : 1) * (timesUsual > 1.5 ? .4 : 1) * Math.exp(-WEAR * contacts));
    }

    /** How likely one more contact drives a customer away for good. */
    static double leaves(Person who, int contacts) {
        return (who.kind == Kind.COLD ? 2 : 1) * (.001 + .003 * contacts * contacts);
    }

    private static List<Item> items(SplittableRandom random) {
        List<Item> items = new ArrayList<>();
        for (int j = 0; j < PRODUCTS; j++) {
            double price = Math.rint(3000 * Math.exp(.6 * normal(random)));
            items.add(Shelf.goods(id(j), price, (.2 + .4 * random.nextDouble()) * price));
        }
        return List.copyOf(items);
    }

    private Person person(int number, SplittableRandom random) {
        double drawn = random.nextDouble();
        Kind kind = drawn < Kind.HABIT.share
                ? Kind.HABIT
                : drawn < Kind.HABIT.share + Kind.OPEN.share ? Kind.OPEN : Kind.COLD;
        double loyalty = Math.max(.01, Math.min(1, kind.loyalty + .15 * normal(random)));
        int[] had = new int[PRODUCTS];
        for (int k = 0; k < 4; k++) {
            had[random.nextInt(PRODUCTS)] = 1 + random.nextInt(200);
        }
        double[] daily = new double[PRODUCTS];
        double[] liking = new double[PRODUCTS];
        int[] anyway = new int[PRODUCTS];
        for (int j = 0; j < PRODUCTS; j++) {
            liking[j] = Math.exp(normal(random));
            daily[j] = kind.rate * liking[j] / (PRODUCTS * Math.exp(.5)) / HORIZON;
            double rate = daily[j] * gamma(random);
            double day = -Math.log(1 - random.nextDouble()) / rate;
            anyway[j] = day < NEVER ? (int) day : NEVER;
        }
        return new Person(
                number,
                kind,
                loyalty,
                loyalty > .65 ? "A" : loyalty > .5 ? "B" : loyalty > .35 ? "C" : "D",
                List.of(Segment.READY, Segment.DEVELOP, Segment.WATCH).get(random.nextInt(3)),
                daily,
                anyway,
                liking,
                had);
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Of mean 1: the mean of so many exponentials. */
    private static double gamma(SplittableRandom random) {
        double sum = 0;
        for (int k = 0; k < GAMMA; k++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return sum / GAMMA;
    }
}
