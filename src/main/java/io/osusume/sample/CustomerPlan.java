package io.osusume.sample;

import io.osusume.tables.Segment;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Who one customer is, before anything happens.
 *
 * @param member the person's place in a company, or null
 * @param joined day of the first order
 * @param segment how the customer takes to us: decides contact frequency, reactions and acceptance
 * @param lines the lines of goods the customer cares about; none for people who never order
 * @param first what the first order is about, null if there is none
 * @param ordersPerDay rate of at-will orders while active, Gamma(1.1) over customers
 * @param dropout probability of leaving for good after an order, Beta(0.6, 5.4) over customers
 */
record CustomerPlan(
        long number,
        String id,
        Company.Member member,
        LocalDateTime joined,
        Segment segment,
        Boolean consent,
        List<BusinessLine> lines,
        Product first,
        double ordersPerDay,
        double dropout) {
    static final double RATE_SHAPE = 1.1;
    static final double DROPOUT_A = .6;
    static final double DROPOUT_B = 5.4;
    private static final List<Segment> SEGMENTS =
            List.of(Segment.READY, Segment.DEVELOP, Segment.WATCH, Segment.NURTURE);

    static CustomerPlan of(World world, long number) {
        Dice dice = world.dice(number, "plan");
        Company.Member member = Company.memberOf(world, number);
        List<BusinessLine> lines = member != null && !member.buyer() && dice.chance(.7) ? List.of() : lines(dice);
        LocalDateTime joined =
                world.period().at(dice.nextDouble() * .97 * world.period().days(), dice);
        return new CustomerPlan(
                number,
                Ids.of("c", number),
                member,
                joined,
                dice.pick(SEGMENTS),
                consent(dice),
                lines,
                lines.isEmpty() ? null : firstLead(world, joined, lines.get(0), dice),
                dice.gamma(RATE_SHAPE, meanRate(world.config()) / RATE_SHAPE),
                dice.beta(DROPOUT_A, DROPOUT_B));
    }

    /**
     * Orders a day of an active customer, so that {@code linesPerCustomer} comes out: about 3 lines come from elsewhere,
     * and since customers leave after orders, lines grow with the rate to the power of 0.6 (fitted by trial).
     */
    private static double meanRate(SampleConfig config) {
        double lines = config.fillerProducts() == 0 ? config.linesPerCustomer() : config.linesPerCustomer() / 1.3;
        return .0225 * StrictMath.pow(Math.max(1, lines - 3) / 7.5, 1.7);
    }

    /** The alpha of the rate's Gamma(r, alpha), in days. */
    static double rateScaleDays(SampleConfig config) {
        return RATE_SHAPE / meanRate(config);
    }

    private static Boolean consent(Dice dice) {
        double u = dice.nextDouble();
        return u < .86 ? Boolean.TRUE : u < .96 ? Boolean.FALSE : null;
    }

    private static List<BusinessLine> lines(Dice dice) {
        List<BusinessLine> all = new ArrayList<>(List.of(BusinessLine.values()));
        List<BusinessLine> chosen = new ArrayList<>();
        for (int wanted = dice.between(1, 3); wanted > 0; wanted--) {
            chosen.add(all.remove(dice.between(0, all.size() - 1)));
        }
        return chosen;
    }

    private static Product firstLead(World world, LocalDateTime joined, BusinessLine line, Dice dice) {
        Product lead = world.product(line.draw(dice));
        return lead.onSale(joined.toLocalDate(), world.period().last()) ? lead : world.product(line.staple());
    }

    boolean oftenInTouch() {
        return segment == Segment.READY || segment == Segment.WATCH;
    }

    Row row(World world) {
        Dice dice = world.dice(number, "profile");
        boolean owned = member != null || dice.chance(.1);
        return RowFactory.create(
                id,
                Names.person(dice),
                member == null ? null : member.company().id(),
                owned ? Names.owner(member == null ? number : member.company().number()) : null,
                joined.toLocalDate().toString(),
                consent == null ? null : consent.toString(),
                dice.chance(.85) ? "ja" : "en",
                dice.chance(.4) ? Integer.toString(Math.min(10, dice.between(2, 12))) : null,
                null);
    }
}
