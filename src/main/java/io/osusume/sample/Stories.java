package io.osusume.sample;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The twenty story customers: one situation each, of which the expected offer is known. They are ordinary rows. Unless a
 * story is about it, a story customer consents, is in touch with us and has no open problem.
 */
final class Stories {
    static final String ACCOUNT = "story-acct-b";

    private final World world;
    private final Map<SampleTable, List<Row>> rows = new EnumMap<>(SampleTable.class);

    private Stories(World world) {
        this.world = world;
        for (SampleTable table : SampleTable.values()) {
            rows.put(table, new ArrayList<>());
        }
    }

    static Map<SampleTable, List<Row>> of(World world) {
        Stories stories = new Stories(world);
        stories.goods();
        stories.plans();
        stories.leaving();
        stories.guarded();
        stories.account();
        stories.hasEverything();
        return stories.rows;
    }

    private Story story(String id) {
        return new Story(world, id, rows);
    }

    /** Bought something: what goes with it, what is bought again, what is sold as a set. */
    private void goods() {
        story("story-01")
                .joined(200)
                .inTouch()
                .buys(200, "notebook")
                .buys(95, "candle")
                .buys(3, "pc")
                .does(5, "view_detail", "pc")
                .does(3, "add_to_cart", "pc");
        story("story-03")
                .joined(120)
                .inTouch()
                .buys(120, "socks")
                .buys(8, "leather")
                .does(9, "view_detail", "leather")
                .does(8, "add_to_cart", "leather");
        Story burgers = story("story-05").joined(131).inTouch().does(6, "view_detail", "burger");
        for (int day : new int[] {131, 94, 75, 48, 31, 20, 6}) {
            burgers.buys(day, "burger", "fries");
        }
        Story pods = story("story-06")
                .joined(270)
                .inTouch()
                .buys(270, "machine", "pods")
                .does(4, "view_detail", "pods");
        for (int day : new int[] {210, 159, 115, 78, 47, 20}) {
            pods.buys(day, "pods");
        }
        story("story-14")
                .joined(100)
                .inTouch()
                .buys(100, "prints")
                .buys(5, "camera")
                .does(6, "view_detail", "camera")
                .does(5, "view_detail", "lens-pro");
        story("story-16").profile(410, "true", null, null).buys(410, "sneakers");
    }

    /** Holds a contract: more seats, a dearer plan, the service beside it. */
    private void plans() {
        story("story-02")
                .joined(150)
                .inTouch()
                .subscribes(150, "ws-basic")
                .does(2, "limit_refused", "ws-basic")
                .uses("ws-basic", new Story.Use(120, 50, 7, "4"))
                .uses("ws-basic", new Story.Use(43, 1, 7, "5"));
        story("story-04")
                .joined(345)
                .inTouch()
                .subscribes(345, "acct-standard")
                .uses("acct-standard", new Story.Use(130, 0, 1, "2"))
                .does(6, "view_detail", "acct-standard");
        story("story-07")
                .joined(200)
                .inTouch()
                .subscribes(200, "card-free")
                .uses("card-free", new Story.Use(130, 1, 7, "124000"))
                .does(5, "view_detail", "card-free");
        story("story-08")
                .joined(200)
                .inTouch()
                .subscribes(200, "card-free")
                .uses("card-free", new Story.Use(130, 1, 7, "1500"))
                .does(5, "view_detail", "card-free");
        Story compares = story("story-13")
                .joined(170)
                .inTouch()
                .subscribes(170, "ws-basic")
                .uses("ws-basic", new Story.Use(130, 2, 7, "3"))
                .ticket(9, "specification", "low", "ws-team");
        for (int day : new int[] {15, 11, 6, 2}) {
            compares.does(day, "compare", "ws-team");
        }
        story("story-15")
                .joined(100)
                .inTouch()
                .buys(100, "notebook")
                .subscribes(12, "deposit")
                .does(13, "view_detail", "deposit");
    }

    private void leaving() {
        story("story-09")
                .joined(320)
                .inTouch()
                .subscribesAndAsksToCancel(320, "studio-premium", 4)
                .uses("studio-premium", new Story.Use(130, 32, 7, "6.0"))
                .uses("studio-premium", new Story.Use(25, 4, 7, "0.7"));
    }

    /** Someone who would get an offer, were it not for a guardrail. */
    private void guarded() {
        story("story-10")
                .joined(40)
                .inTouch()
                .buys(40, "pc", "mouse")
                .does(15, "view_detail", "keyboard")
                .offered(14, "keyboard", "delivered", 14)
                .offered(14, "keyboard", "viewed", 13)
                .offered(14, "keyboard", "declined", 10);
        story("story-11")
                .profile(160, "true", "2", null)
                .inTouch()
                .buys(160, "towel")
                .buys(15, "pc")
                .does(16, "view_detail", "pc")
                .ticket(3, "problem", "high", "pc");
        Story tired =
                story("story-17").joined(150).buys(150, "bottle").buys(20, "pc").does(21, "view_detail", "pc");
        for (int day : new int[] {27, 22, 17, 12, 7, 2}) {
            tired.contacted(day, "none");
        }
        story("story-18")
                .profile(90, "false", "8", null)
                .inTouch()
                .buys(90, "tote")
                .buys(6, "pc")
                .does(7, "view_detail", "pc")
                .offered(60, "bottle", "delivered", 60)
                .offered(60, "bottle", "unsubscribed", 59);
        story("story-19")
                .profile(140, "true", "8", "control")
                .inTouch()
                .buys(140, "candle")
                .buys(4, "pc")
                .does(5, "view_detail", "pc")
                .does(4, "add_to_cart", "pc");
    }

    /** The buyer is silent; two colleagues come alive in the last four weeks. */
    private void account() {
        rows.get(SampleTable.ACCOUNTS).add(RowFactory.create(ACCOUNT, "Story Company B", "services", "240"));
        story("story-12")
                .worksAt(ACCOUNT, "purchasing", "manager")
                .joined(300)
                .subscribes(300, "acct-standard")
                .subscribes(290, "pay-standard")
                .uses("acct-standard", new Story.Use(130, 3, 7, "12"))
                .uses("pay-standard", new Story.Use(130, 3, 7, "9"))
                .contacted(80, "none")
                .contacted(55, "none")
                .contacted(34, "none");
        Story head = story("story-acct-b-hr")
                .worksAt(ACCOUNT, "human resources", "head")
                .joined(300);
        Story executive = story("story-acct-b-exec")
                .worksAt(ACCOUNT, "management", "executive")
                .joined(300);
        for (int day : new int[] {310, 262, 205, 150, 96, 61}) {
            head.does(day, "view_detail", "pay-standard");
        }
        executive.does(180, "view_detail", "acct-standard");
        for (int day : new int[] {20, 16, 12, 9, 5, 3}) {
            head.does(day, "download", "hr-standard");
        }
        head.does(10, "seminar", "hr-standard");
        for (int day : new int[] {14, 8, 6, 2}) {
            executive.does(day, "download", "hr-standard");
        }
    }

    private void hasEverything() {
        Story all = story("story-20").joined(330).inTouch().does(7, "view_detail", "pc");
        all.buys(330, "pc", "mouse", "keyboard", "monitor", "tablet", "tablet-case", "printer");
        all.buys(250, "camera", "memory", "bag", "machine").buys(160, "leather", "care-cream", "spray", "boots");
        all.buys(80, "fund-index").buys(25, "pods", "descaler", "ink", "paper");
        for (String role : new String[] {
            "ws-enterprise",
            "acct-plus",
            "pay-plus",
            "hr-plus",
            "acct-feed",
            "studio-premium",
            "stream-annual",
            "storage-2000",
            "deposit",
            "card-platinum",
            "card-travel"
        }) {
            all.subscribes(300, role);
        }
        all.uses("ws-enterprise", new Story.Use(130, 2, 7, "60")).uses("acct-plus", new Story.Use(130, 2, 7, "15"));
        all.uses("pay-plus", new Story.Use(130, 2, 7, "9")).uses("hr-plus", new Story.Use(130, 2, 7, "7"));
        all.uses("studio-premium", new Story.Use(130, 2, 7, "4.0"))
                .uses("storage-2000", new Story.Use(130, 2, 7, "900"));
        all.uses("card-platinum", new Story.Use(130, 2, 7, "30000"));
    }
}
