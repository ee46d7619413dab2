package io.osusume.offers;

import static io.osusume.TestSession.row;
import static io.osusume.TestSession.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.TestSession;
import io.osusume.features.Facts;
import io.osusume.features.TestFacts;
import io.osusume.tables.Behavior;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Datasets;
import io.osusume.tables.Decisions;
import io.osusume.tables.Features;
import io.osusume.tables.Offers;
import io.osusume.tables.Orders;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Table;
import io.osusume.tables.Tickets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What is read of customers and of people's decisions, as of the end of 2026-06-30; offers go out on the day after. */
class SignRowsTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final Facts FACTS = new TestFacts()
            .with(
                    Orders.INPUT,
                    "order_id | customer_id | product_id | ordered_at | quantity | unit_price",
                    "o1 | x | plan | 2026-06-28 10:00 | 1 | 1000")
            .with(
                    Tickets.INPUT,
                    "ticket_id | customer_id | opened_at | closed_at | severity | satisfaction",
                    "t1 | x | 2026-06-18 10:00 | 2026-06-20 10:00 | low | 1",
                    "t2 | y | 2026-04-30 10:00 | 2026-05-01 10:00 | low | 1",
                    "t3 | y | 2026-06-18 10:00 | 2026-06-20 10:00 | low | 3")
            .with(
                    Behavior.INPUT,
                    "customer_id | event_at | event | product_id",
                    "x | 2026-06-21 10:00 | limit_refused | plan",
                    "x | 2026-06-25 10:00 | limit_refused | plan",
                    "y | 2026-06-25 10:00 | add_to_cart | plan")
            .with(
                    Subscriptions.INPUT,
                    "subscription_id | customer_id | product_id | started_at | cancel_requested_at | cancel_reason |"
                            + " trial_ends_at | unpaid_since | paused_until",
                    "s1 | y | plan | 2026-01-01 | 2026-06-15 | Too_Expensive | 2026-06-30 | 2026-06-29 | 2026-08-01",
                    "s3 | y | other | 2026-01-01 | - | - | - | - | 2026-07-15",
                    "s4 | x | other | 2026-01-01 | - | - | - | - | 2026-07-15",
                    "s2 | x | plan | 2026-01-01 | 2026-06-15 | moves away | 2026-07-04 | - | -")
            .with(
                    Decisions.INPUT,
                    "decision | target_id | product_id | until | by | why | decided_at",
                    "hold | - | lamp | 2026-07-31 | Ann | recalled | -",
                    "PIN | x | mouse | - | Bob | - | 2026-06-01",
                    "hold | y | mouse | 2026-06-30 | Ann | over on the day of as-of | -",
                    "hold | y | keyboard | 2026-07-01 | Ann | - | 2026-07-01")
            .facts();

    /** An account that is called as a customer is has nothing of the customer's but what people decided of that name. */
    @Test
    void signsAreOfWhomTheyName() {
        Map<String, List<String>> signs = signs(none(Features.TABLE), none(CustomerHoldings.TABLE));
        assertThat(signs.get("customer x"))
                .containsExactlyInAnyOrder(
                        "LOW_MARK null 2026-06-20 null",
                        "LIMIT_REFUSED plan 2026-06-25 null",
                        "TRIAL_ENDS plan 2026-07-04 null",
                        "PIN mouse null Bob",
                        "HOLD lamp 2026-07-31 Ann: recalled");
        assertThat(signs.get("account x"))
                .containsExactlyInAnyOrder("PIN mouse null Bob", "HOLD lamp 2026-07-31 Ann: recalled");
        assertThat(signs.get("customer y"))
                .containsExactlyInAnyOrder(
                        "PRICE_WISH plan 2026-06-15 null",
                        "IN_CART plan 2026-06-25 null",
                        "UNPAID null null null",
                        "RESTS null 2026-07-15 null",
                        "HOLD lamp 2026-07-31 Ann: recalled");
    }

    /** Two people with two seats between them have enough; with one they have not. */
    @Test
    void whatTheCompanyHasIsCountedAgainstItsPeople() {
        Dataset<Row> people = filled(
                Features.TABLE,
                rows("customer_id STRING, account_id STRING, nps INT", row("x", "a", 9), row("y", "a", 6)));
        Dataset<Row> held = filled(
                CustomerHoldings.TABLE,
                rows(
                        "customer_id STRING, product_id STRING, owned BOOLEAN, net_quantity DECIMAL(18,4)",
                        row("x", "desk", true, new java.math.BigDecimal(2)),
                        row("y", "chair", true, new java.math.BigDecimal(1))));
        Map<String, List<String>> signs = signs(people, held);
        assertThat(signs.get("customer x"))
                .contains("COMPANY_HAS desk null null")
                .noneMatch(s -> s.contains("chair"));
        assertThat(signs.get("customer y")).contains("COMPANY_HAS desk null null", "DETRACTOR null null null");
    }

    private static Map<String, List<String>> signs(Dataset<Row> people, Dataset<Row> held) {
        Dataset<Row> targets = rows(
                "target_type STRING, target_id STRING",
                row(Offers.CUSTOMER, "x"),
                row(Offers.ACCOUNT, "x"),
                row(Offers.CUSTOMER, "y"));
        Datasets evidence = Datasets.none().with(Features.TABLE, people).with(CustomerHoldings.TABLE, held);
        return new SignRows(Shelf.config("consent.assume=true"), AS_OF)
                .join(targets, FACTS, evidence).collectAsList().stream()
                        .collect(Collectors.toMap(
                                r -> r.getAs(Offers.TARGET_TYPE) + " " + r.getAs(Offers.TARGET_ID),
                                r -> Sign.read(r).stream()
                                        .map(s -> s.kind() + " " + s.subject() + " "
                                                + (s.day() == null ? null : LocalDate.ofEpochDay(s.day())) + " "
                                                + (s.note() == null || s.note().isEmpty() ? null : s.note()))
                                        .toList()));
    }

    private static Dataset<Row> filled(Table table, Dataset<Row> rows) {
        return rows.unionByName(none(table), true);
    }

    private static Dataset<Row> none(Table table) {
        return TestSession.spark().createDataFrame(List.of(), table.schema());
    }
}
