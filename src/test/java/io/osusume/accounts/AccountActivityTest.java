package io.osusume.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.features.TestFacts;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Accounts;
import io.osusume.tables.Behavior;
import io.osusume.tables.Customers;
import io.osusume.tables.Products;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AccountActivityTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
    private static final OsusumeConfig CONFIG = TestFacts.config("accounts.past_periods=2");
    private static final String EVENT =
            "customer_id | account_id | event_at | event | person_id | department | seniority | product_id";

    @Test
    void eventsAreAddedUpByAccount() {
        Facts facts = new TestFacts()
                .with(Accounts.INPUT, "account_id | name", "a1 | One", "silent | Silent")
                .with(Customers.INPUT, "customer_id | account_id", "c1 | a1", "c2 | a2", "private | -")
                .with(
                        Behavior.INPUT,
                        EVENT,
                        // The customer's account; the account named; both: the one named. Half-life 14 days.
                        "c1 | - | 2026-03-31 | view_detail | - | - | - | p",
                        "- | a1 | 2026-03-17 | download | anna | HR | Head | q",
                        "c2 | a1 | 2026-03-04 | view_detail | anna | hr | - | q",
                        "- | a1 | 2026-03-03 | view_detail | bert | it | executive | -",
                        "- | a1 | 2026-01-07 | view_detail | anna | sales | - | p",
                        // Before the periods looked at; of nobody's account; of an account that no other input names.
                        "- | a1 | 2026-01-06 | view_detail | carl | - | - | p",
                        "private | - | 2026-03-31 | view_detail | - | - | - | p",
                        "- | new | 2026-03-31 | view_detail | anna | - | - | q",
                        "- | new | 2026-03-31 | view_detail | anna | - | - | p")
                .facts();
        Map<String, Row> activity = activity(facts);
        assertThat(activity.keySet()).containsExactlyInAnyOrder("a1", "a2", "silent", "new");
        Row a1 = activity.get("a1");
        // Ages 0, 14, 27, 28, 83.
        double p = 1 + Math.pow(2, -83 / 14.0);
        double q = 3 * 0.5 + Math.pow(2, -27 / 14.0);
        assertThat(a1.<Double>getAs(AccountScores.SCORE)).isCloseTo(p + q + 0.25, Offset.offset(1e-8));
        assertThat(a1.<Long>getAs(AccountScores.EVENTS_28D)).isEqualTo(3);
        assertThat(a1.<Long>getList(a1.fieldIndex(AccountActivity.PAST))).containsExactly(1L, 1L);
        assertThat(a1.<Long>getAs(AccountScores.PEOPLE)).isEqualTo(2);
        assertThat(a1.<Long>getAs(AccountActivity.PEOPLE_SEEN)).isEqualTo(3);
        // hr, in whatever case; a person without department counts for none.
        assertThat(a1.<Long>getAs(AccountScores.DEPARTMENTS)).isEqualTo(1);
        assertThat(a1.<Long>getAs(AccountScores.SENIOR_PEOPLE)).isEqualTo(1);
        assertThat(a1.<String>getAs(AccountScores.TOP_INTEREST_PRODUCT_ID)).isEqualTo("q");
        List<Row> interests = a1.getList(a1.fieldIndex(AccountScores.INTERESTS));
        // q: anna alone, in charge; p: nobody but c1 lately, of no department.
        assertThat(interests).extracting(r -> r.getString(0)).containsExactly("q", "p");
        assertThat(interests.get(0).getDouble(1)).isCloseTo(q, Offset.offset(1e-8));
        assertThat(interests.get(0).getLong(2)).isEqualTo(1);
        assertThat(interests.get(0).getLong(3)).isEqualTo(1);
        assertThat(interests.get(0).<String>getList(4)).containsExactly("hr");
        assertThat(interests.get(1).getLong(2)).isEqualTo(1);
        assertThat(interests.get(1).<String>getList(4)).isEmpty();
        // Equal interest: the first product.
        assertThat(activity.get("new").<String>getAs(AccountScores.TOP_INTEREST_PRODUCT_ID))
                .isEqualTo("p");
        assertThat(activity.get("silent").<Long>getAs(AccountScores.EVENTS_28D)).isZero();
    }

    @Test
    void accountsAreScoredOnlyWhereThatTellsAnything() {
        TestFacts none = new TestFacts().with(Customers.INPUT, "customer_id | account_id", "c1 | a1");
        assertThat(unmet(none)).isEqualTo("Accounts are not scored: there is no input behavior.");
        String[] events = {
            "c1 | - | 2026-03-31 | view | anna | - | - | p", "c1 | - | 2026-03-30 | view | bert | - | - | p"
        };
        TestFacts noAccount = new TestFacts()
                .with(Products.INPUT, "product_id | name", "p | P", "q | Q")
                .with(Behavior.INPUT, EVENT, events);
        assertThat(unmet(noAccount)).isEqualTo("Accounts are not scored: no customer and no event names an account.");
        TestFacts alone =
                none.with(Products.INPUT, "product_id | name", "p | P", "q | Q").with(Behavior.INPUT, EVENT, events[0]);
        assertThat(unmet(alone)).isEqualTo("Accounts are not scored: no account has events of more than one person.");
        assertThat(unmet(none.with(Behavior.INPUT, EVENT, events))).isEmpty();
        assertThat(unmet(none.with(Products.INPUT, "product_id | name", "p | P")))
                .isEqualTo("Accounts are not scored: there is only one product.");
    }

    private static String unmet(TestFacts given) {
        Facts facts = given.facts();
        return String.join("; ", Preconditions.unmet(facts, dataset(facts)));
    }

    private static Map<String, Row> activity(Facts facts) {
        return dataset(facts).collectAsList().stream().collect(Collectors.toMap(r -> r.getString(0), r -> r));
    }

    private static Dataset<Row> dataset(Facts facts) {
        return new AccountActivity(CONFIG.accounts(), CONFIG.features()).of(facts, AS_OF);
    }
}
