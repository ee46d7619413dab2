package io.osusume.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Customers;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Tickets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InterestTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
    private static final Facts FACTS = new TestFacts()
            .with(Customers.INPUT, "customer_id", "c1")
            .with(
                    Behavior.INPUT,
                    "customer_id | event_at | event | product_id | account_id",
                    "c1 | 2026-03-31 | compare | plan | -",
                    "c1 | 2026-03-17 | Compare | plan | -",
                    "c1 | 2026-03-03 | view_detail | plan | -",
                    "c1 | 2026-03-31 | view_detail | - | -",
                    "- | 2026-03-31 | view_detail | plan | a1",
                    "stranger | 2026-03-03 | view_detail | pen | -",
                    "stranger | 2026-03-03 | view_detail | - | -")
            .with(
                    Tickets.INPUT,
                    "ticket_id | customer_id | opened_at | topic | product_id",
                    "t1 | c1 | 2026-03-17 | specification | plan",
                    "t2 | c1 | 2026-03-31 | problem | plan",
                    "t3 | c1 | 2026-03-31 | specification | -")
            .with(Contacts.INPUT, "contact_id | customer_id | contacted_at | channel", "k1 | other | 2026-03-01 | mail")
            .with(
                    OfferEvents.INPUT,
                    "offer_row_id | customer_id | offer_type | product_id | event | event_at",
                    "- | c1 | cross_sell | pen | declined | 2026-03-01",
                    "- | c1 | cross_sell | pen | declined | 2026-03-21",
                    "- | c1 | cross_sell | pen | delivered | 2026-03-30",
                    "x1 | - | - | - | declined | 2026-03-30")
            .facts();

    @Test
    void interestIsPerProductAndFades() {
        Map<String, Row> interest = new Interest(TestFacts.config().features())
                .of(FACTS, AS_OF).collectAsList().stream()
                        .collect(Collectors.toMap(r -> r.getString(0) + " " + r.getString(1), r -> r));
        assertThat(interest.keySet()).containsExactlyInAnyOrder("c1 plan", "stranger pen");
        Row plan = interest.get("c1 plan");
        // Half-life 14 days: compare 3 + 3/2, view 1/4, question 3/2.
        assertThat(plan.<Double>getAs(Interest.INTEREST)).isCloseTo(6.25, Offset.offset(1e-8));
        assertThat(plan.<String, Long>getJavaMap(plan.fieldIndex(Interest.EVENTS_28D)))
                .containsOnly(Map.entry("compare", 2L), Map.entry("question", 1L));
    }

    @Test
    void rowsAboutStrangersAreCounted() {
        List<String> counts = new UnknownCustomers()
                .of(FACTS, FACTS.of(Customers.INPUT)).collectAsList().stream()
                        .map(r -> r.mkString(" "))
                        .toList();
        assertThat(counts).containsExactly("behavior 1 2", "contacts 1 1");
    }
}
