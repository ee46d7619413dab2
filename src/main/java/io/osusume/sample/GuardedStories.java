package io.osusume.sample;

import io.osusume.tables.Arm;
import io.osusume.tables.OfferEventType;

/** Stories of those who would get an offer, were it not for a guardrail or the control arm. */
final class GuardedStories {
    private GuardedStories() {}

    static void tell(Stories stories) {
        declinedTheKeyboard(stories.story("story-10"));
        hasAnOpenProblem(stories.story("story-11"));
        contactedTooOften(stories.story("story-17"));
        optedOut(stories.story("story-18"));
        isInTheControlArm(stories.story("story-19"));
    }

    private static void declinedTheKeyboard(Story story) {
        story.joined(40).inTouch().buys(40, "pc", "mouse").does(15, "view_detail", "keyboard");
        story.offered(14, "keyboard", OfferEventType.DELIVERED, 14);
        story.offered(14, "keyboard", OfferEventType.VIEWED, 13);
        story.offered(14, "keyboard", OfferEventType.DECLINED, 10);
    }

    private static void hasAnOpenProblem(Story story) {
        story.profile(160, "true", "2", null).inTouch().buys(160, "towel").buys(15, "pc");
        story.does(16, "view_detail", "pc").ticket(3, "problem", "high", "pc");
    }

    private static void contactedTooOften(Story story) {
        story.joined(150).buys(150, "bottle").buys(20, "pc").does(21, "view_detail", "pc");
        for (int day : new int[] {27, 22, 17, 12, 7, 2}) {
            story.contacted(day, "none");
        }
    }

    private static void optedOut(Story story) {
        story.profile(90, "false", "8", null).inTouch().buys(90, "tote").buys(6, "pc");
        story.does(7, "view_detail", "pc");
        story.offered(60, "bottle", OfferEventType.DELIVERED, 60);
        story.offered(60, "bottle", OfferEventType.UNSUBSCRIBED, 59);
    }

    private static void isInTheControlArm(Story story) {
        story.profile(140, "true", "8", Arm.CONTROL.wire())
                .inTouch()
                .buys(140, "candle")
                .buys(4, "pc");
        story.does(5, "view_detail", "pc").does(4, "add_to_cart", "pc");
    }
}
