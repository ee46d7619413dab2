package io.osusume.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-05-31");

    private static Claim claim(String plan, String id, String started, String ended) {
        return new Claim(
                plan,
                id,
                LocalDate.parse(started),
                ended == null ? null : LocalDate.parse(ended),
                null,
                "monthly",
                new Claim.Money(BigDecimal.ONE, BigDecimal.TEN, 10.0),
                new Claim.Dates(null, null, null, null));
    }

    private static List<Contract> related(Claim... claims) {
        return new Relations(new Plans(), AS_OF, 31).of(List.of(claims), Map.of("basic", "plan", "team", "plan"));
    }

    @Test
    void periodsHaveNames() {
        assertThat(Cycle.named("Quarterly")).contains(Cycle.ofMonths(3));
        assertThat(Cycle.named("24")).contains(Cycle.ofMonths(24));
        assertThat(Cycle.named("weekly")).contains(new Cycle(0, 7));
        assertThat(Cycle.named("one_time")).isEmpty();
        assertThat(Cycle.named("0")).isEmpty();
        assertThat(Cycle.named(null)).isEmpty();
        assertThat(Cycle.ofIso(Cycle.ofMonths(14).iso())).isEqualTo(Cycle.ofMonths(14));
    }

    /** From 31 January: 28 February, 31 March, 30 April. */
    @Test
    void monthsAreCalendarMonths() {
        LocalDate start = LocalDate.parse("2026-01-31");
        assertThat(Cycle.MONTH.after(start, 3)).isEqualTo("2026-04-30");
        assertThat(Cycle.MONTH.steps(start, LocalDate.parse("2026-02-27"))).isZero();
        assertThat(Cycle.MONTH.steps(start, LocalDate.parse("2026-02-28"))).isEqualTo(1);
        assertThat(Cycle.MONTH.steps(start, LocalDate.parse("2036-01-31"))).isEqualTo(120);
        assertThat(Cycle.MONTH.steps(start, LocalDate.parse("2020-01-01"))).isZero();
    }

    /** Ended with the last paid day, the renewal of tomorrow has not fallen due, for it or for those that stay. */
    @Test
    void leaversAndStayersHaveFacedTheSameRenewals() {
        Contract left = related(claim("basic", "a", "2026-03-01", "2026-05-31")).get(0);
        Contract stays = related(claim("basic", "b", "2026-03-01", null)).get(0);
        assertThat(left.faced(AS_OF)).isEqualTo(stays.faced(AS_OF)).isEqualTo(2);
        assertThat(left.left(AS_OF)).isFalse();
        LocalDate tomorrow = AS_OF.plusDays(1);
        assertThat(left.faced(tomorrow)).isEqualTo(stays.faced(tomorrow)).isEqualTo(3);
        assertThat(left.left(tomorrow)).isTrue();
    }

    /** Who leaves in the middle of a month has survived its renewals so far, and is counted at the next. */
    @Test
    void anEndBetweenRenewalsIsCountedAtTheNext() {
        Contract left = related(claim("basic", "a", "2026-01-10", "2026-03-25")).get(0);
        assertThat(left.faced(LocalDate.parse("2026-04-09"))).isEqualTo(2);
        assertThat(left.left(LocalDate.parse("2026-04-09"))).isFalse();
        assertThat(left.faced(LocalDate.parse("2026-04-10"))).isEqualTo(3);
        assertThat(left.left(LocalDate.parse("2026-04-10"))).isTrue();
    }

    /** One row a month is one contract, which goes on though its newest row ends with the month. */
    @Test
    void aRowAMonthIsOneContract() {
        List<Contract> contracts = related(
                claim("basic", "3", "2026-04-01", "2026-04-30"),
                claim("basic", "1", "2026-02-01", "2026-02-28"),
                claim("basic", "4", "2026-05-01", "2026-06-01"),
                claim("basic", "2", "2026-03-01", "2026-03-31"));
        assertThat(contracts).hasSize(1);
        Contract one = contracts.get(0);
        assertThat(one.started()).isEqualTo("2026-02-01");
        assertThat(one.ended()).isNull();
        assertThat(one.faced(AS_OF)).isEqualTo(3);
        assertThat(one.nextRenewal(AS_OF)).isEqualTo("2026-06-01");
    }

    /** Contracts of one plan side by side: each end is a loss of its own, whatever began soon after it. */
    @Test
    void contractsSideBySideAreApart() {
        List<Contract> contracts = related(
                claim("basic", "1", "2025-10-01", null),
                claim("basic", "2", "2025-10-05", "2026-02-04"),
                claim("basic", "3", "2026-02-06", null));
        assertThat(contracts).hasSize(3);
        assertThat(contracts)
                .filteredOn(c -> c.left(AS_OF))
                .extracting(c -> c.claim().id())
                .containsExactly("2");
        assertThat(contracts).extracting(Contract::entry).containsOnly(0);
    }

    /** A change of plan may overlap with the last paid month; one that ran alongside all the time is none. */
    @Test
    void oneThatRanAlongsideIsNoChangeOfPlan() {
        List<Contract> changed =
                related(claim("basic", "1", "2025-10-01", "2026-02-01"), claim("team", "2", "2026-01-15", null));
        assertThat(changed.get(0).movedOn()).isTrue();
        assertThat(changed.get(1).entry()).isEqualTo(3);
        List<Contract> alongside =
                related(claim("basic", "1", "2025-10-01", "2026-02-01"), claim("team", "2", "2025-11-15", null));
        assertThat(alongside.get(0).movedOn()).isFalse();
        assertThat(alongside.get(0).left(AS_OF)).isTrue();
        assertThat(alongside.get(1).entry()).isZero();
    }

    /** Of two that ended, one contract that follows takes the place of one; one of another family of none. */
    @Test
    void eachContractFollowsOne() {
        List<Contract> contracts = related(
                claim("basic", "1", "2025-10-01", "2026-02-01"),
                claim("basic", "2", "2025-10-02", "2026-02-01"),
                claim("gold", "3", "2026-02-02", null),
                claim("team", "4", "2026-02-02", null));
        assertThat(contracts).filteredOn(Contract::movedOn).hasSize(1);
        assertThat(contracts).filteredOn(c -> c.left(AS_OF)).hasSize(1);
        assertThat(contracts)
                .filteredOn(c -> c.entry() > 0)
                .extracting(Contract::plan)
                .containsExactly("team");
    }

    /** Twelve payments of a month that renews once a year: S falls once, on the day of the renewal. */
    @Test
    void retentionFallsAtRenewalsNotAtPayments() {
        LocalDate first = LocalDate.parse("2026-06-10");
        Payments payments = new Payments(first, LocalDate.parse("2026-12-10"), Cycle.MONTH, Cycle.YEAR, 3, null);
        double sum = payments.sum(AS_OF, AS_OF.plusDays(365), t -> t == 4 ? 0.5 : 0, Double.NaN, 0);
        assertThat(sum).isCloseTo(6 + 6 * 0.5, within(1e-12));
        double asked = payments.sum(AS_OF, AS_OF.plusDays(365), t -> 0.5, 0.25, 0);
        assertThat(asked).isCloseTo(6 + 6 * 0.25, within(1e-12));
    }

    /** An end that is known bounds what is paid; discounting is by days. */
    @Test
    void nothingIsPaidAfterTheEnd() {
        Payments payments = new Payments(
                LocalDate.parse("2026-06-10"),
                LocalDate.parse("2026-06-10"),
                Cycle.MONTH,
                Cycle.MONTH,
                0,
                LocalDate.parse("2026-08-10"));
        assertThat(payments.sum(AS_OF, AS_OF.plusDays(365), t -> 1, Double.NaN, 0.1))
                .isCloseTo(Math.pow(1.1, -10 / 365.25) + Math.pow(1.1, -40 / 365.25), within(1e-12));
    }

    /** Where dates and billing differ: what fits nearly all contracts of a plan. */
    @Test
    void plansTellTheirTerms() {
        Plans plans = new Plans();
        plans.add("yearly", 12, true, "monthly", 8);
        plans.add("yearly", 24, true, null, 3);
        plans.add("rolling", 12, true, "monthly", 2);
        plans.add("rolling", 7, true, "monthly", 9);
        plans.add("untold", 12, true, null, 1);
        assertThat(plans.payment("yearly", null)).contains(Cycle.MONTH);
        assertThat(plans.term("yearly", Cycle.MONTH)).isEqualTo(Cycle.YEAR);
        assertThat(plans.term("rolling", Cycle.MONTH)).isEqualTo(Cycle.MONTH);
        assertThat(plans.payment("untold", null)).contains(Cycle.YEAR);
        assertThat(plans.payment("nothing", null)).isEmpty();
        plans.addInvoices("billed", 91);
        assertThat(plans.payment("billed", null)).contains(Cycle.ofMonths(3));
        plans.addInvoices("odd", 50);
        assertThat(plans.payment("odd", null)).isEmpty();
    }

    /** A year's gift of a paper of 24.90 a month, 298.80 at once: the year is paid for, not each of its months. */
    @Test
    void aYearPaidAtOnceIsAYears() {
        Plans plans = new Plans();
        plans.addProduct("paper", "monthly");
        plans.addPrice("paper", 24.9);
        assertThat(paid(plans, gift("2026-12-22", null, "298.80"))).isEqualTo(Cycle.YEAR);
        assertThat(paid(plans, gift("2026-12-22", null, "249"))).isEqualTo(Cycle.YEAR);
        assertThat(paid(plans, gift("2026-12-21", null, "597.60", 2))).isEqualTo(Cycle.YEAR);
        assertThat(paid(plans, gift("2026-12-22", null, "24.90"))).isEqualTo(Cycle.MONTH);
        assertThat(paid(plans, gift("2026-12-22", null, "60"))).isEqualTo(Cycle.MONTH);
        assertThat(paid(plans, gift("2026-12-22", null, "900"))).isEqualTo(Cycle.MONTH);
        assertThat(paid(plans, gift("2026-12-10", null, "298.80"))).isEqualTo(Cycle.MONTH);
        assertThat(paid(plans, gift(null, null, "298.80"))).isEqualTo(Cycle.MONTH);
        assertThat(paid(plans, gift("2026-12-22", "monthly", "298.80"))).isEqualTo(Cycle.MONTH);
        plans.addPrice("weekly", 2.0);
        plans.addProduct("weekly", "weekly");
        assertThat(plans.told(weeks(26, "40")).billing()).isEqualTo("26 weeks");
        Contract contract = new Relations(plans, AS_OF, 31)
                .of(List.of(gift("2026-12-22", null, "298.80")), Map.of())
                .get(0);
        assertThat(contract.payment()).isEqualTo(Cycle.YEAR);
        assertThat(contract.term()).isEqualTo(Cycle.YEAR);
        assertThat(contract.paid(AS_OF)).isEqualByComparingTo("298.80");
    }

    /** A row a month of a dear contract among cheap ones, the newest ahead: what follows month by month is no half year's price. */
    @Test
    void rowsThatFollowEachOtherArePaidOneByOne() {
        Plans plans = new Plans();
        plans.addProduct("basic", "monthly");
        plans.addPrice("basic", 2.0);
        Contract contract = new Relations(plans, AS_OF, 31)
                .of(
                        List.of(
                                unbilled("a", "2026-01-10", "2026-02-10"),
                                unbilled("b", "2026-02-10", "2026-03-10"),
                                unbilled("c", "2026-03-10", "2026-04-10"),
                                unbilled("d", "2026-04-10", "2026-05-10"),
                                unbilled("e", "2026-05-10", "2026-06-10")),
                        Map.of())
                .get(0);
        assertThat(contract.payment()).isEqualTo(Cycle.MONTH);
        assertThat(contract.started()).isEqualTo("2026-01-10");
    }

    private static Claim unbilled(String id, String started, String ended) {
        Claim claim = claim("basic", id, started, ended);
        return new Claim(claim.plan(), id, claim.started(), claim.ended(), null, null, claim.money(), claim.dates());
    }

    private static Claim weeks(int weeks, String price) {
        LocalDate start = LocalDate.parse("2026-03-02");
        return new Claim(
                "weekly",
                "w",
                start,
                start.plusWeeks(weeks),
                null,
                null,
                new Claim.Money(BigDecimal.ONE, new BigDecimal(price), 1.0),
                new Claim.Dates(null, null, null, null));
    }

    private static Cycle paid(Plans plans, Claim claim) {
        return new Relations(plans, AS_OF, 31)
                .of(List.of(claim), Map.of())
                .get(0)
                .payment();
    }

    private static Claim gift(String until, String billing, String price) {
        return gift(until, billing, price, 1);
    }

    private static Claim gift(String until, String billing, String price, int units) {
        return new Claim(
                "paper",
                "gift",
                LocalDate.parse("2025-12-22"),
                until == null ? null : LocalDate.parse(until),
                null,
                billing,
                new Claim.Money(BigDecimal.valueOf(units), new BigDecimal(price), 1.0),
                new Claim.Dates(null, null, null, null));
    }

    /** Rows a month, the newest two ahead: one contract, that goes on. */
    @Test
    void rowsAheadAreOfTheSameContract() {
        List<Contract> contracts = related(
                claim("basic", "a", "2026-04-10", "2026-05-10"),
                claim("basic", "b", "2026-05-10", "2026-06-10"),
                claim("basic", "c", "2026-06-10", "2026-07-10"),
                claim("basic", "d", "2026-07-10", "2026-08-10"));
        assertThat(contracts).hasSize(1);
        assertThat(contracts.get(0).started()).isEqualTo("2026-04-10");
        assertThat(contracts.get(0).ended()).isNull();
    }

    /** The first row of a new customer ends with its month: it goes on where others of the plan have a row a month. */
    @Test
    void theFirstRowOfAPlanOfRowsGoesOn() {
        Claim first = claim("basic", "a", "2026-05-10", "2026-06-10");
        assertThat(related(first).get(0).ended()).isEqualTo("2026-06-10");
        Plans plans = new Plans();
        plans.addRows("basic", 30.5, false);
        Relations relations = new Relations(plans, AS_OF, 31);
        assertThat(relations.of(List.of(first), Map.of()).get(0).ended()).isNull();
        // A term of its own is no period.
        Claim half = claim("basic", "a", "2026-05-10", "2026-11-10");
        assertThat(relations.of(List.of(half), Map.of()).get(0).ended()).isEqualTo("2026-11-10");
    }

    /** On its last day, 31 May, a month's row is no end: the next is of the day after, where others of the plan are. */
    @Test
    void rowsThatEndOnTheirLastDayGoOnOnIt() {
        Claim april = claim("basic", "a", "2026-04-01", "2026-04-30");
        Claim may = claim("basic", "b", "2026-05-01", "2026-05-31");
        Contract both = related(april, may).get(0);
        assertThat(both.started()).isEqualTo("2026-04-01");
        assertThat(both.ended()).isNull();
        assertThat(related(may).get(0).ended()).isEqualTo("2026-05-31");
        Plans plans = new Plans();
        plans.addRows("basic", 30, true);
        assertThat(new Relations(plans, AS_OF, 31)
                        .of(List.of(may), Map.of())
                        .get(0)
                        .ended())
                .isNull();
        assertThat(new Relations(plans, AS_OF.plusDays(1), 31)
                        .of(List.of(april, may), Map.of())
                        .get(0)
                        .ended())
                .isEqualTo("2026-05-31");
    }

    /** What was due until 31 May, the first day included and the end left out; nothing in a trial. */
    @Test
    void whatWasDueIsCountedByPayments() {
        assertThat(related(claim("basic", "a", "2026-03-01", null)).get(0).paid(AS_OF))
                .isEqualByComparingTo("30");
        assertThat(related(claim("basic", "a", "2026-02-15", "2026-04-15"))
                        .get(0)
                        .paid(AS_OF))
                .isEqualByComparingTo("20");
        assertThat(related(claim("basic", "a", "2026-06-10", null)).get(0).paid(AS_OF))
                .isEqualByComparingTo("0");
        Claim trial = new Claim(
                "basic",
                "a",
                LocalDate.parse("2026-03-20"),
                null,
                null,
                "monthly",
                new Claim.Money(BigDecimal.ONE, BigDecimal.TEN, 10.0),
                new Claim.Dates(null, null, LocalDate.parse("2026-04-20"), null));
        assertThat(related(trial).get(0).paid(AS_OF)).isEqualByComparingTo("20");
    }
}
