package io.osusume.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.Tickets;
import io.osusume.tables.Usage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each signal is told as customer, kind, day and product. */
class SignalsTest {
    private static List<String> of(TestFacts facts) {
        return new Signals(TestFacts.config("features.event_weights.share=0").features())
                .of(facts.facts(), LocalDate.of(2026, 1, 1)).collectAsList().stream()
                        .map(r -> r.getAs(Signals.CUSTOMER_ID) + " " + r.getAs(Signals.KIND) + " "
                                + LocalDate.ofEpochDay(r.<Integer>getAs(Signals.DAY)) + " "
                                + r.getAs(Signals.PRODUCT_ID))
                        .sorted()
                        .toList();
    }

    @Test
    void interestIsTheCustomersAndTheAccounts() {
        TestFacts facts = new TestFacts()
                .with(Customers.INPUT, "customer_id | account_id", "c1 | a", "c2 | a", "c3 | -")
                .with(
                        Behavior.INPUT,
                        "customer_id | account_id | event_at | event | product_id",
                        "c1 | - | 2026-01-05 10:00 | view_detail | p",
                        "c1 | - | 2026-01-05 11:00 | compare | p",
                        "- | a | 2026-01-06 10:00 | download | q",
                        "c3 | - | 2026-01-07 10:00 | seminar | -",
                        "c3 | - | 2026-01-08 10:00 | Share | p", // counts for nothing
                        "c3 | - | 2025-12-31 10:00 | compare | p") // before what is wanted
                .with(
                        Tickets.INPUT,
                        "customer_id | opened_at | topic | product_id",
                        "c2 | 2026-01-09 10:00 | specification | r");
        assertThat(of(facts))
                .containsExactly(
                        "c1 ACCOUNT_LOOK 2026-01-05 p",
                        "c1 ACCOUNT_LOOK 2026-01-06 q",
                        "c1 ACCOUNT_LOOK 2026-01-09 r",
                        "c1 LOOK 2026-01-05 p",
                        "c1 LOOK 2026-01-05 p",
                        "c2 ACCOUNT_LOOK 2026-01-05 p",
                        "c2 ACCOUNT_LOOK 2026-01-06 q",
                        "c2 ACCOUNT_LOOK 2026-01-09 r",
                        "c2 LOOK 2026-01-09 r",
                        "c3 LOOK 2026-01-07 null");
    }

    @Test
    void aReactionIsKnownFromTheDayOnWhichItCameAndWithoutADayNever() {
        TestFacts facts = new TestFacts()
                .with(
                        Contacts.INPUT,
                        "customer_id | contacted_at | response | responded_at",
                        "c1 | 2026-01-05 10:00 | replied | 2026-01-09 10:00",
                        "c1 | 2026-01-10 10:00 | negative | 2026-01-13 10:00",
                        "c1 | 2026-01-11 10:00 | none | -",
                        "c1 | 2026-01-12 10:00 | clicked | -");
        assertThat(of(facts))
                .containsExactly(
                        "c1 CONTACT 2026-01-05 null",
                        "c1 CONTACT 2026-01-10 null",
                        "c1 CONTACT 2026-01-11 null",
                        "c1 CONTACT 2026-01-12 null",
                        "c1 REFUSAL 2026-01-13 null",
                        "c1 WELCOME 2026-01-09 null");
    }

    @Test
    void daysWithUseAndProblemsAreToldAndQuestionsAreInterest() {
        TestFacts facts = new TestFacts()
                .with(
                        Usage.INPUT,
                        "customer_id | product_id | metric | used_at | amount",
                        "c1 | p | seats | 2026-01-05 10:00 | 3",
                        "c1 | q | logins | 2026-01-05 11:00 | 1",
                        "c1 | p | seats | 2026-01-06 10:00 | 0")
                .with(
                        Tickets.INPUT,
                        "customer_id | opened_at | topic | product_id",
                        "c1 | 2026-01-07 10:00 | specification | q",
                        "c1 | 2026-01-08 10:00 | problem | p",
                        "c1 | 2026-01-09 10:00 | - | -");
        assertThat(of(facts))
                .containsExactly(
                        "c1 LOOK 2026-01-07 q",
                        "c1 PROBLEM 2026-01-08 null",
                        "c1 PROBLEM 2026-01-09 null",
                        "c1 USE 2026-01-05 null");
    }
}
