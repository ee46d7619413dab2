package io.osusume.sample;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/**
 * What a company's people did on our pages over 336 days: a Poisson process at the company's own constant rate (so that
 * calm companies are calm), and for planted surges eight or more further events in the last 28 days, about one product.
 */
final class CompanyBehavior {
    private static final int DAYS = 336;
    private static final int WINDOW = 28;
    private static final List<String> INTERESTS =
            List.of("acct-standard", "acct-plus", "ws-team", "ws-enterprise", "pay-standard", "hr-standard", "hr-plus");

    private CompanyBehavior() {}

    static Stream<Row> rows(World world, Company company) {
        Dice dice = world.dice(company.number(), "company behavior");
        Stream<Row> calm = events(world, company, dice.poisson(company.monthlyEvents() * DAYS / WINDOW), DAYS, dice);
        if (!company.surging()) {
            return calm;
        }
        int more = 8 + (int) (3 * company.monthlyEvents());
        return Stream.concat(calm, events(world, company, more, WINDOW, dice));
    }

    static Product surgeInterest(World world, Company company) {
        return world.product(INTERESTS.get((int) (company.number() % INTERESTS.size())));
    }

    private static Stream<Row> events(World world, Company company, int count, int days, Dice dice) {
        Period period = world.period();
        return IntStream.range(0, count).mapToObj(i -> {
            LocalDateTime at = period.at(period.days() - 1 - dice.between(0, days - 1), dice);
            Product product = days == WINDOW ? surgeInterest(world, company) : world.product(dice.pick(INTERESTS));
            int position = days == WINDOW ? i % company.headcount() : dice.between(0, company.headcount() - 1);
            return BehaviorHistory.row(
                    actor(company, position, dice), at, dice.pick(BehaviorHistory.BUSINESS_EVENTS), product);
        });
    }

    /** One in eight acts without logging in: then the account is known and the customer is not. */
    private static BehaviorHistory.Actor actor(Company company, int position, Dice dice) {
        Company.Member member = new Company.Member(company, position);
        String customerId = company.memberId(position);
        return new BehaviorHistory.Actor(
                dice.chance(.125) ? null : customerId,
                company.id(),
                customerId,
                member.department(),
                member.seniority());
    }
}
