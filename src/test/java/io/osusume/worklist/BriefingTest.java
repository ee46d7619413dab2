package io.osusume.worklist;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.AccountBriefs;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Customers;
import io.osusume.tables.Features;
import io.osusume.tables.Offers;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One company of three people, one that is only listed, and one that only its people's events name. */
class BriefingTest {
    private static List<Row> briefs;

    @BeforeAll
    static void brief() {
        MadeUpSheets world = new MadeUpSheets();
        world.account("acme", "Acme");
        world.account("listed", "Listed");
        world.customer("buyer", "at_risk", entry(Customers.ACCOUNT_ID, "acme"), entry(Features.OPEN_ISSUES, 2L));
        world.customer(
                "head",
                "care",
                entry(Customers.ACCOUNT_ID, "acme"),
                entry(Customers.OWNER, "abe"),
                entry(Features.OPEN_ISSUES, 1L),
                entry(Features.OPEN_SEVERE_TICKETS, 1L),
                entry(Features.DAYS_SINCE_CONTACT, 4));
        world.customer("clerk", "ready", entry(Customers.ACCOUNT_ID, "acme"), entry(Customers.OWNER, ""));
        world.customer("alone", "ready");
        world.ltv("buyer", "100.25");
        world.ltv("head", "50");
        world.contract("buyer", "2026-08-01", "2026-06-20");
        world.contract("head", "2026-07-15", null);
        world.contract("clerk", null, null);
        world.offer("clerk", 1, "cross_sell", "none", "pc");
        world.offer(Offers.ACCOUNT, "acme", 1, "cross_sell", "account_surge", "hr", MadeUpSheets.TODAY);
        scored(world, "acme", 3L, List.of("executive", "human resources"));
        scored(world, "by-event", 1L, null);
        briefs = world.briefs();
    }

    private static void scored(MadeUpSheets world, String account, Long people, List<String> departments) {
        world.add(
                AccountScores.TABLE,
                entry(AccountScores.ACCOUNT_ID, account),
                entry(AccountScores.PEOPLE, people),
                entry(AccountScores.SENIOR_PEOPLE, 1L),
                entry(AccountScores.EVENTS_28D, 9L),
                entry(AccountScores.IS_SURGING, people > 1),
                entry(AccountScores.DEPARTMENT_NAMES, departments == null ? "" : departments.toArray(new String[0])),
                entry(
                        AccountScores.INTERESTS,
                        departments == null
                                ? ""
                                : new Row[] {interest("plan", 3.0), interest("unknown-product", 2.0), interest("pc", 1)
                                }));
    }

    private static Row interest(String product, double interest) {
        return RowFactory.create(product, interest, 2L, 1L, new String[] {"executive"});
    }

    private static Row brief(String account) {
        return briefs.stream()
                .filter(r -> r.getAs(AccountBriefs.ACCOUNT_ID).equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(String account, String column) {
        return brief(account).getList(brief(account).fieldIndex(column));
    }

    @Test
    void eachAccountThatAnybodyNamesIsThereOnce() {
        assertThat(briefs.stream().map(r -> r.<String>getAs(AccountBriefs.ACCOUNT_ID)))
                .containsExactly("acme", "by-event", "listed");
    }

    @Test
    void aBriefAddsUpItsPeople() {
        Row acme = brief("acme");
        assertThat(acme.<String>getAs(AccountBriefs.NAME)).isEqualTo("Acme");
        assertThat(acme.<Long>getAs(AccountBriefs.CUSTOMERS)).isEqualTo(3);
        assertThat(acme.<String>getAs(AccountBriefs.OWNER)).isEqualTo("abe"); // abe and sato have one each
        assertThat(texts("acme", AccountBriefs.OWNERS)).containsExactly("abe", "sato");
        assertThat(acme.<BigDecimal>getAs(AccountBriefs.VALUE)).isEqualByComparingTo("150.25");
        assertThat(acme.<BigDecimal>getAs(AccountBriefs.REVENUE)).isEqualByComparingTo("3000");
        assertThat(acme.<Long>getAs(AccountBriefs.OPEN_ISSUES)).isEqualTo(3);
        assertThat(acme.<Long>getAs(AccountBriefs.SEVERE_ISSUES)).isEqualTo(1);
        assertThat(acme.<Long>getAs(AccountBriefs.AT_RISK)).isEqualTo(1);
        assertThat(acme.<Integer>getAs(AccountBriefs.DAYS_SINCE_CONTACT)).isEqualTo(4);
        assertThat(acme.<String>getAs(AccountBriefs.CURRENCY)).isEqualTo("JPY");
    }

    @Test
    void aBriefTellsContractsAndWhatRenewsNext() {
        Row acme = brief("acme");
        assertThat(acme.<Long>getAs(AccountBriefs.CONTRACTS)).isEqualTo(3);
        assertThat(texts("acme", AccountBriefs.PLANS)).containsExactly("Plan Plus");
        assertThat(texts("acme", AccountBriefs.LEAVING)).containsExactly("Plan Plus");
        assertThat(acme.<BigDecimal>getAs(AccountBriefs.CONTRACT_PER_YEAR)).isEqualByComparingTo("360000");
        assertThat(acme.getAs(AccountBriefs.NEXT_RENEWAL_AT).toString()).isEqualTo("2026-07-15");
        assertThat(acme.<String>getAs(AccountBriefs.NEXT_RENEWAL_PLAN)).isEqualTo("Plan Plus");
    }

    @Test
    void aBriefNamesDepartmentsInterestsAndOffers() {
        assertThat(texts("acme", AccountBriefs.DEPARTMENTS)).containsExactly("executive", "human resources");
        assertThat(texts("acme", AccountBriefs.INTERESTS)).containsExactly("Plan Plus", "unknown-product", "PC");
        assertThat(brief("acme").<Long>getAs(AccountBriefs.OFFERS)).isEqualTo(1); // the clerk's offer names no account
        assertThat(texts("acme", AccountBriefs.OFFERED)).containsExactly("The hr");
        assertThat(brief("acme").<Double>getAs(AccountBriefs.EXPECTED_VALUE)).isEqualTo(50.5);
    }

    @Test
    void ofWhomNothingIsKnownNothingIsTold() {
        Row listed = brief("listed");
        assertThat(listed.<String>getAs(AccountBriefs.OWNER)).isEqualTo("unassigned");
        assertThat(listed.<Long>getAs(AccountBriefs.CUSTOMERS)).isZero();
        assertThat(listed.<Object>getAs(AccountBriefs.VALUE)).isNull();
        assertThat(listed.<Object>getAs(AccountBriefs.PEOPLE)).isNull();
        assertThat(listed.<Object>getAs(AccountBriefs.NEXT_RENEWAL_AT)).isNull();
        assertThat(brief("by-event").<Object>getAs(AccountBriefs.DEPARTMENTS)).isNull();
        assertThat(brief("by-event").<Object>getAs(AccountBriefs.NAME)).isNull();
    }
}
