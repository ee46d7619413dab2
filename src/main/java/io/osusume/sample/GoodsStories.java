package io.osusume.sample;

/** Stories of those who bought something: what goes with it, what is bought again, what is sold as a set. */
final class GoodsStories {
    private GoodsStories() {}

    static void tell(Stories stories) {
        boughtPc(stories.story("story-01"));
        boughtShoes(stories.story("story-03"));
        neverDrinks(stories.story("story-05"));
        podsEverMoreOften(stories.story("story-06"));
        boughtCamera(stories.story("story-14"));
        openedDeposit(stories.story("story-15"));
        silentForAYear(stories.story("story-16"));
        ownsEverything(stories.story("story-20"));
    }

    private static void boughtPc(Story story) {
        story.joined(200).inTouch().buys(200, "notebook").buys(95, "candle").buys(3, "pc");
        story.does(5, "view_detail", "pc").does(3, "add_to_cart", "pc");
    }

    private static void boughtShoes(Story story) {
        story.joined(120).inTouch().buys(120, "socks").buys(8, "leather");
        story.does(9, "view_detail", "leather").does(8, "add_to_cart", "leather");
    }

    private static void neverDrinks(Story story) {
        story.joined(131).inTouch().does(6, "view_detail", "burger");
        for (int day : new int[] {131, 94, 75, 48, 31, 20, 6}) {
            story.buys(day, "burger", "fries");
        }
    }

    /** Intervals of 60, 51, 44, 37, 31 and 27 days; the next need is a few days away. */
    private static void podsEverMoreOften(Story story) {
        story.joined(270).inTouch().buys(270, "machine", "pods").does(4, "view_detail", "pods");
        for (int day : new int[] {210, 159, 115, 78, 47, 20}) {
            story.buys(day, "pods");
        }
    }

    /** The professional lens was looked at, and costs more than twice the camera. */
    private static void boughtCamera(Story story) {
        story.joined(100).inTouch().buys(100, "prints").buys(5, "camera");
        story.does(6, "view_detail", "camera").does(5, "view_detail", "lens-pro");
    }

    private static void openedDeposit(Story story) {
        story.joined(100).inTouch().buys(100, "notebook").subscribes(12, "deposit");
        story.does(13, "view_detail", "deposit");
    }

    private static void silentForAYear(Story story) {
        story.profile(410, "true", null, null).buys(410, "sneakers");
    }

    private static void ownsEverything(Story story) {
        story.joined(330).inTouch().does(7, "view_detail", "pc");
        story.buys(330, "pc", "mouse", "keyboard", "monitor", "tablet", "tablet-case", "printer");
        story.buys(250, "camera", "memory", "bag", "machine");
        story.buys(160, "leather", "care-cream", "spray", "boots");
        story.buys(80, "fund-index").buys(25, "pods", "descaler", "ink", "paper");
        for (String service : new String[] {"acct-feed", "stream-annual", "deposit", "card-travel"}) {
            story.subscribes(300, service);
        }
        uses(story, "ws-enterprise", "60");
        uses(story, "acct-plus", "15");
        uses(story, "pay-plus", "9");
        uses(story, "hr-plus", "7");
        uses(story, "studio-premium", "4.0");
        uses(story, "storage-2000", "900");
        uses(story, "card-platinum", "30000");
    }

    private static void uses(Story story, String role, String weekly) {
        story.subscribes(300, role).uses(role, new Story.Use(130, 2, 7, weekly));
    }
}
