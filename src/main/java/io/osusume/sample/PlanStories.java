package io.osusume.sample;

/** Stories of those who hold a contract: a higher plan, a lower one, the service beside it. */
final class PlanStories {
    private PlanStories() {}

    static void tell(Stories stories) {
        lastSeatTaken(stories.story("story-02"));
        renewsSoon(stories.story("story-04"));
        spends(stories.story("story-07"), "124000");
        spends(stories.story("story-08"), "1500");
        wantsToLeave(stories.story("story-09"));
        buyerIsSilent(stories.story("story-12"));
        colleaguesComeAlive(stories.story("story-acct-b-hr"), stories.story("story-acct-b-exec"));
        comparesPlans(stories.story("story-13"));
    }

    private static void lastSeatTaken(Story story) {
        story.joined(150).inTouch().subscribes(150, "ws-basic").does(2, "limit_refused", "ws-basic");
        story.uses("ws-basic", new Story.Use(120, 50, 7, "4")).uses("ws-basic", new Story.Use(43, 1, 7, "5"));
    }

    private static void renewsSoon(Story story) {
        story.joined(345).inTouch().subscribes(345, "acct-standard").does(6, "view_detail", "acct-standard");
        story.uses("acct-standard", new Story.Use(130, 0, 1, "2"));
    }

    private static void spends(Story story, String weekly) {
        story.joined(200).inTouch().subscribes(200, "card-free").does(5, "view_detail", "card-free");
        story.uses("card-free", new Story.Use(130, 1, 7, weekly));
    }

    private static void wantsToLeave(Story story) {
        story.joined(320).inTouch().subscribesAndAsksToCancel(320, "studio-premium", 4);
        story.uses("studio-premium", new Story.Use(130, 32, 7, "6.0"));
        story.uses("studio-premium", new Story.Use(25, 4, 7, "0.7"));
    }

    private static void buyerIsSilent(Story story) {
        story.worksAt(Stories.ACCOUNT, "purchasing", "manager").joined(300);
        story.subscribes(300, "acct-standard").subscribes(290, "pay-standard");
        story.uses("acct-standard", new Story.Use(130, 3, 7, "12"));
        story.uses("pay-standard", new Story.Use(130, 3, 7, "9"));
        story.contacted(80, "none").contacted(55, "none").contacted(34, "none");
    }

    /** Seven events in eleven months, then eleven in four weeks, about one product. */
    private static void colleaguesComeAlive(Story head, Story executive) {
        head.worksAt(Stories.ACCOUNT, "human resources", "head").joined(300);
        executive.worksAt(Stories.ACCOUNT, "management", "executive").joined(300);
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

    private static void comparesPlans(Story story) {
        story.joined(170).inTouch().subscribes(170, "ws-basic").uses("ws-basic", new Story.Use(130, 2, 7, "3"));
        for (int day : new int[] {15, 11, 6, 2}) {
            story.does(day, "compare", "ws-team");
        }
        story.ticket(9, "specification", "low", "ws-team");
    }
}
