package io.osusume.worklist;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.tables.Customers;
import io.osusume.tables.Features;
import io.osusume.tables.LwpSegments;
import io.osusume.tables.Offers;
import io.osusume.tables.Task;
import io.osusume.tables.Word;
import io.osusume.tables.Worklist;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Customers as of 30 June, each with one situation (some with two), and what is to be done about each on 1 July. */
class ThingsToDoTest {
    private static List<Row> all;

    @BeforeAll
    static void lookAtThemAll() {
        MadeUpSheets world = new MadeUpSheets();
        care(world);
        contracts(world);
        followUps(world);
        sales(world);
        quiet(world);
        all = world.worklist();
    }

    private static void care(MadeUpSheets world) {
        world.customer("severe", "care", entry(Features.OPEN_SEVERE_TICKETS, 1L));
        world.ticket("severe", "2026-06-28", null, "high", null);
        world.contract("severe", "2026-07-20", null);
        world.bought("severe", "2026-06-26", "2026-06-26");
        world.ltv("severe", "90000");
        world.customer("unhappy", "care", entry(Features.NPS, 2), entry(Features.TICKETS_30D, 2L));
        world.customer("fell", "at_risk", entry(Features.USAGE_TREND, .3));
        world.offer("fell", 1, "nurture", "none", null);
        world.customer("fell-in-control", "at_risk", entry(Features.USAGE_TREND, .3));
        world.customer("fell-with-offer", "at_risk", entry(Features.USAGE_TREND, .3));
        world.offer("fell-with-offer", 1, "downsell", "cancel_risk", "plan");
        world.customer("opted-out-severe", "opted_out", entry(Features.OPEN_SEVERE_TICKETS, 1L));
        world.ticket("opted-out-severe", "2026-06-20", null, "high", null);
    }

    private static void contracts(MadeUpSheets world) {
        world.customer("leaving", "at_risk");
        world.contract("leaving", "2026-09-01", "2026-06-29");
        world.offer("leaving", 1, "nurture", "none", null);
        world.offer("leaving", 2, "downsell", "cancel_risk", "plan");
        world.customer("renews", "ready");
        world.contract("renews", "2026-07-10", null);
        world.offer("renews", 1, "cross_sell", "none", "pc");
        world.offer("renews", 2, "cross_sell", "renewal", "extra");
        world.customer("grows", "ready");
        world.contract("grows", "2026-07-10", null);
        world.offer("grows", 1, "upsell", "usage_limit", "plan");
        world.customer("renews-alone", "ready");
        world.contract("renews-alone", "2026-07-10", null);
        world.offer("renews-alone", 1, "cross_sell", "none", "pc");
        world.customer("renews-later", "ready");
        world.contract("renews-later", "2026-07-31", null);
        world.customer("rolls", "ready");
        world.contract("rolls", "2026-07-10", null);
        world.term("rolls", "2026-07-10", "P1M");
        world.customer("quarterly", "ready");
        world.contract("quarterly", "2026-07-10", null);
        world.term("quarterly", "2026-07-10", "P3M");
        world.customer("opted-out-renews", "opted_out");
        world.contract("opted-out-renews", "2026-07-10", null);
    }

    private static void followUps(MadeUpSheets world) {
        world.customer("low-mark", "watch");
        world.ticket("low-mark", "2026-06-20", "2026-06-25", "low", "1");
        world.customer("low-mark-spoken-to", "watch", entry(Features.DAYS_SINCE_CONTACT, 2));
        world.ticket("low-mark-spoken-to", "2026-06-20", "2026-06-25", "low", "1");
        world.customer("declined", "ready");
        world.event("declined", "pc", "delivered", "2026-06-27");
        world.event("declined", "pc", "declined", "2026-06-29");
        world.customer("awaiting", "ready");
        world.event("awaiting", "pc", "delivered", "2026-06-25");
        world.event("awaiting", "pc", "viewed", "2026-06-26");
        world.offer("awaiting", 1, "cross_sell", "none", "pc");
        world.offer("awaiting", 2, "cross_sell", "none", "lamp");
        world.customer("awaiting-another", "ready"); // which is not offered any more
        world.event("awaiting-another", "pc", "delivered", "2026-06-25");
        world.offer("awaiting-another", 1, "cross_sell", "none", "lamp");
        world.customer("took-without-a-word", "ready");
        world.event("took-without-a-word", "pc", "delivered", "2026-06-25");
        world.bought("took-without-a-word", "2025-01-01", "2026-06-27");
        world.customer("just-delivered", "ready");
        world.event("just-delivered", "pc", "delivered", "2026-06-29");
        world.customer("taken", "ready");
        world.event("taken", "pc", "delivered", "2026-06-25");
        world.event("taken", "pc", "accepted", "2026-06-26");
        world.customer("bought", "ready");
        world.bought("bought", "2026-06-26", "2026-06-26");
        world.customer("bought-again", "ready");
        world.bought("bought-again", "2025-06-26", "2026-06-26");
        world.customer("bought-just-now", "ready");
        world.bought("bought-just-now", "2026-06-29", "2026-06-29");
        world.customer("bought-tired", "fatigued");
        world.bought("bought-tired", "2026-06-26", "2026-06-26");
    }

    private static void sales(MadeUpSheets world) {
        world.customer("new", "watch", entry(Features.TENURE_DAYS, 5), entry(Features.DAYS_SINCE_CONTACT, ""));
        world.bought("new", "2026-06-25", "2026-06-25");
        world.customer("new-spoken-to", "watch", entry(Features.TENURE_DAYS, 5), entry(Features.DAYS_SINCE_CONTACT, 1));
        world.customer("sells", "ready", entry(Customers.LOCALE, "ja-JP"));
        world.offer("sells", 1, "cross_sell", "none", "pc");
        world.offer("sells", 2, "upsell", "none", "plan");
        world.ltv("sells", "70000");
        world.customer("sells-later", "ready");
        world.offer(Offers.CUSTOMER, "sells-later", 1, "cross_sell", "none", "pc", LocalDate.of(2026, 7, 3));
        world.account("acct", "Acct Ltd");
        world.offer(Offers.ACCOUNT, "acct", 1, "cross_sell", "account_surge", "pc", MadeUpSheets.TODAY);
    }

    private static void quiet(MadeUpSheets world) {
        world.customer("content", "nurture", entry(Customers.OWNER, ""));
        world.offer("content", 1, "nurture", "none", null);
        world.customer(
                "silent",
                "watch",
                entry(Features.DAYS_SINCE_CONTACT, 90),
                entry(LwpSegments.RESULTS_LEVEL, "high"),
                entry(Customers.LOCALE, "ja"));
        world.customer(
                "never", "watch", entry(Features.DAYS_SINCE_CONTACT, ""), entry(LwpSegments.RESULTS_LEVEL, "high"));
        world.customer("silent-of-little", "watch", entry(Features.DAYS_SINCE_CONTACT, 90));
        for (String id : List.of("silent-control", "silent-content-control")) {
            world.customer(
                    id, "watch", entry(Features.DAYS_SINCE_CONTACT, 90), entry(LwpSegments.RESULTS_LEVEL, "high"));
        }
        world.withheld("silent-control", "cross_sell", "pc");
        world.withheld("silent-content-control", "nurture", null);
        world.customer(
                "contacts-unknown",
                "watch",
                entry(Features.DAYS_SINCE_CONTACT, ""),
                entry(Features.CONTACTS_90D, ""),
                entry(LwpSegments.RESULTS_LEVEL, "high"));
        world.customer("nothing", "ready", entry(Customers.OWNER, " "));
    }

    /** Tasks of a target with why and by when. */
    private static ListAssert<String> of(String id) {
        return assertThat(rows(id).stream()
                .map(r -> r.getAs(Worklist.TASK) + " " + r.getAs(Worklist.REASON_CODE) + " " + r.getAs(Worklist.DUE))
                .toList());
    }

    private static List<Row> rows(String id) {
        return all.stream().filter(r -> r.getAs(Worklist.TARGET_ID).equals(id)).toList();
    }

    private static Row row(String id, String task) {
        return rows(id).stream()
                .filter(r -> r.getAs(Worklist.TASK).equals(task))
                .findFirst()
                .orElseThrow();
    }

    private static String text(String id, String task, String column) {
        return row(id, task).getAs(column);
    }

    @Test
    void helpComesFirstAndThenNothingButAContract() {
        of("severe").containsExactly("help severe_ticket 2026-07-01", "renewal renewal 2026-07-13");
        of("unhappy").containsExactly("help unhappy 2026-07-01");
        of("opted-out-severe").containsExactly("help severe_ticket 2026-07-01");
        assertThat(text("severe", "help", Worklist.EVIDENCE_TEXT))
                .isEqualTo("Help first: open severe ticket t0-severe, since 28 June 2026. No sales offer meanwhile.");
        assertThat(text("unhappy", "help", Worklist.EVIDENCE_TEXT))
                .isEqualTo("Help first: would recommend us with 2 of 10, and 2 tickets were opened in 30 days. No sales"
                        + " offer meanwhile.");
        Row help = row("severe", "help");
        assertThat(help.<BigDecimal>getAs(Worklist.VALUE)).isEqualByComparingTo("90000");
        assertThat(help.<String>getAs(Worklist.VALUE_IS)).isEqualTo("ltv");
        assertThat(help.<String>getAs(Worklist.CHANNEL)).isEqualTo("in_person");
        assertThat(help.<String>getAs(Worklist.OWNER)).isEqualTo("sato");
    }

    @Test
    void atRiskWithoutAnOfferIsHelped() {
        of("fell").containsExactly("help use_fell 2026-07-01");
        assertThat(text("fell", "help", Worklist.REASON_TEXT)).isEqualTo("Say fell 1.");
        assertThat(text("fell", "help", Worklist.OFFER_ROW_ID)).isEqualTo("row-fell-1");
        of("fell-in-control").containsExactly("help use_fell 2026-07-01");
        assertThat(text("fell-in-control", "help", Worklist.EVIDENCE_TEXT))
                .isEqualTo("Help first: at risk, use at 30 % of the level before, and there is nothing to offer.");
        of("fell-with-offer").containsExactly("offer also_bought 2026-07-11");
    }

    @Test
    void aTalkAboutAContractBringsAlongWhatIsAboutIt() {
        of("leaving").containsExactly("renewal cancel_request 2026-07-01");
        assertThat(text("leaving", "renewal", Worklist.OFFER_ROW_ID)).isEqualTo("row-leaving-2");
        assertThat(text("leaving", "renewal", Worklist.REASON_TEXT)).isEqualTo("Say leaving 2.");
        assertThat(text("leaving", "renewal", Worklist.EVIDENCE_TEXT))
                .isEqualTo("Renewal talk: asked on 29 June 2026 to end Plan Plus, which runs until 1 September 2026. To"
                        + " bring along: downsell The plan. Figures 2.");
        of("renews").containsExactly("offer also_bought 2026-07-11", "renewal renewal 2026-07-03");
        assertThat(text("renews", "renewal", Worklist.OFFER_ROW_ID)).isEqualTo("row-renews-2");
        assertThat(text("renews", "offer", Worklist.OFFER_ROW_ID)).isEqualTo("row-renews-1");
        of("grows").containsExactly("renewal renewal 2026-07-03");
        assertThat(text("grows", "renewal", Worklist.OFFER_ROW_ID)).isEqualTo("row-grows-1");
        assertThat(text("renews-alone", "renewal", Worklist.EVIDENCE_TEXT)).endsWith(". No offer is about it.");
        of("renews-later").isEmpty(); // in 31 days
        of("rolls").isEmpty(); // from month to month
        of("quarterly").containsExactly("renewal renewal 2026-07-03");
        of("opted-out-renews").isEmpty();
    }

    @Test
    void whatHappenedIsFollowedUpUnlessWeHaveBeenInTouchSince() {
        of("low-mark").containsExactly("follow_up low_mark 2026-07-09");
        of("low-mark-spoken-to").isEmpty();
        of("declined").containsExactly("follow_up declined 2026-07-13");
        of("awaiting").containsExactly("follow_up awaiting 2026-07-09");
        Row awaiting = row("awaiting", "follow_up");
        assertThat(awaiting.<String>getAs(Worklist.OFFER_ROW_ID)).isEqualTo("row-awaiting-1");
        assertThat(awaiting.<Long>getAs(Worklist.MORE_OFFERS)).isEqualTo(1);
        assertThat(awaiting.<BigDecimal>getAs(Worklist.VALUE)).isEqualByComparingTo("50.5");
        assertThat(awaiting.<String>getAs(Worklist.EVIDENCE_TEXT))
                .isEqualTo("Follow up: PC (cross-sell) was delivered on 25 June 2026, 5 days ago, without an answer.");
        assertThat(awaiting.<String>getAs(Worklist.REASON_TEXT))
                .isEqualTo("Did you have time to look at PC? We are glad to answer any question.");
        of("awaiting-another").containsExactly("follow_up awaiting 2026-07-09", "offer also_bought 2026-07-11");
        of("took-without-a-word").isEmpty();
        of("just-delivered").isEmpty();
        of("taken").isEmpty();
        of("bought").containsExactly("follow_up purchase 2026-07-10");
        of("bought-again").isEmpty();
        of("bought-just-now").isEmpty();
        of("bought-tired").isEmpty();
    }

    @Test
    void theBestOfferIsMadeAndTheOthersAreCounted() {
        of("sells").containsExactly("offer also_bought 2026-07-11");
        Row sells = row("sells", "offer");
        assertThat(sells.<String>getAs(Worklist.OFFER_ROW_ID)).isEqualTo("row-sells-1");
        assertThat(sells.<Long>getAs(Worklist.MORE_OFFERS)).isEqualTo(1);
        assertThat(sells.<String>getAs(Worklist.VALUE_IS)).isEqualTo("expected_value");
        assertThat(sells.<String>getAs(Worklist.CHANNEL)).isEqualTo("email");
        assertThat(sells.<String>getAs(Worklist.REASON_TEXT)).isEqualTo("Say sells 1.");
        assertThat(sells.<String>getAs(Worklist.EVIDENCE_TEXT)).isEqualTo("Figures 1.");
        of("sells-later").isEmpty();
    }

    @Test
    void anAccountIsOneThingToDo() {
        of("acct").containsExactly("offer also_bought 2026-07-11");
        Row account = row("acct", "offer");
        assertThat(account.<String>getAs(Worklist.TARGET_TYPE)).isEqualTo("account");
        assertThat(account.<String>getAs(Worklist.CUSTOMER_ID)).isEqualTo("buyer");
        assertThat(account.<String>getAs(Worklist.NAME)).isEqualTo("Acct Ltd");
        assertThat(account.<String>getAs(Worklist.PRIORITY)).isEqualTo("A");
    }

    @Test
    void whoIsNewIsWelcomed() {
        of("new").containsExactly("welcome welcome 2026-07-09");
        of("new-spoken-to").isEmpty();
    }

    /** Who would have got an offer would not have been asked either; content that is withheld is no offer. */
    @Test
    void whoIsInAControlArmIsNotSpokenToInstead() {
        of("silent-control").isEmpty();
        of("silent-content-control").containsExactly("check_in silent 2026-07-08");
    }

    @Test
    void contentIsNoSaleAndWhoIsWorthMuchIsNotForgotten() {
        of("content").containsExactly("check_in content 2026-07-11");
        assertThat(text("content", "check_in", Worklist.EVIDENCE_TEXT)).isEqualTo("Content, no sale. Figures 1.");
        of("silent").containsExactly("check_in silent 2026-07-08");
        assertThat(text("silent", "check_in", Worklist.REASON_TEXT)).isEqualTo("その後いかがでしょうか。ぜひ近況をお聞かせください。");
        assertThat(text("never", "check_in", Worklist.EVIDENCE_TEXT))
                .isEqualTo("Check in: high results so far, and not contacted so far.");
        of("silent-of-little").isEmpty();
        of("contacts-unknown").isEmpty();
        of("nothing").isEmpty();
    }

    @Test
    void whomNobodyLooksAfterLiesInThePool() {
        Row content = row("content", "check_in");
        assertThat(content.<String>getAs(Worklist.OWNER)).isEqualTo("unassigned");
        assertThat(content.<Boolean>getAs(Worklist.IS_POOL)).isTrue();
        assertThat(content.<String>getAs(Worklist.CHANNEL)).isEqualTo("email");
        assertThat(row("sells", "offer").<Boolean>getAs(Worklist.IS_POOL)).isFalse();
    }

    @Test
    void aTargetHasAtMostOneThingOfATask() {
        assertThat(all.stream().map(r -> r.getAs(Worklist.TARGET_ID) + " " + r.getAs(Worklist.TASK)))
                .doesNotHaveDuplicates();
        assertThat(all.stream().map(r -> r.<String>getAs(Worklist.TASK)).distinct())
                .containsExactlyInAnyOrderElementsOf(Word.wires(Task.class));
    }
}
