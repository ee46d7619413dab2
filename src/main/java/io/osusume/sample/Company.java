package io.osusume.sample;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One company: its people are ordinary customers with neighbouring numbers. Of each block of sixteen customers the last
 * two to five belong to one company.
 *
 * @param monthlyEvents mean of behaviour events in 28 days, constant over the year except for a surge
 * @param surging whether the last 28 days are planted to be far above that
 */
record Company(long number, String industry, int employees, int headcount, double monthlyEvents, boolean surging) {
    static final int BLOCK = 16;
    static final int LARGEST = 5;

    /** The people by position: the first buys, the others use. */
    private static final List<String> DEPARTMENTS =
            List.of("purchasing", "human resources", "management", "finance", "it");

    private static final List<String> SENIORITIES = List.of("manager", "head", "executive", "head", "staff");
    private static final List<String> INDUSTRIES =
            List.of("manufacturing", "retail", "services", "construction", "health care", "logistics");

    static Company of(World world, long number) {
        Dice dice = world.dice(number, "company");
        long people = world.config().customers() - before(number);
        int headcount = (int) Math.min(dice.between(2, LARGEST), people);
        return new Company(
                number,
                dice.pick(INDUSTRIES),
                (int) (10 * StrictMath.exp(dice.between(0, 45) / 10.0)),
                headcount,
                dice.gamma(3, .6),
                headcount >= 3 && dice.chance(.08));
    }

    /** Companies with at least one person: a last block that is cut short may have none. */
    static long count(SampleConfig config) {
        return (config.customers() + LARGEST - 1) / BLOCK;
    }

    /** The number of the customer just before the first who works here. */
    private static long before(long number) {
        return number * BLOCK - LARGEST;
    }

    String id() {
        return Ids.of("a", number);
    }

    String memberId(int position) {
        return Ids.of("c", before(number) + position + 1);
    }

    Row row() {
        return RowFactory.create(id(), Names.company(number), industry, Integer.toString(employees));
    }

    /** The customer with this number as a person of a company, or null for a private customer. */
    static Member memberOf(World world, long customer) {
        int place = (int) ((customer - 1) % BLOCK) - (BLOCK - LARGEST);
        if (place < 0) {
            return null;
        }
        Company company = of(world, (customer - 1) / BLOCK + 1);
        return place < company.headcount ? new Member(company, place) : null;
    }

    /** One person of a company, by position. */
    record Member(Company company, int position) {
        String department() {
            return DEPARTMENTS.get(position);
        }

        String seniority() {
            return SENIORITIES.get(position);
        }

        boolean buyer() {
            return position == 0;
        }
    }
}
