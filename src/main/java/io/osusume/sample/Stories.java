package io.osusume.sample;

/**
 * The twenty story customers: one situation each, of which the expected offer is known. They are ordinary rows. Unless a
 * story is about it, a story customer consents, is in touch with us and has no open problem.
 */
final class Stories {
    static final String ACCOUNT = "story-acct-b";

    private final World world;
    private final RowsByTable rows;

    private Stories(World world, RowsByTable rows) {
        this.world = world;
        this.rows = rows;
    }

    static RowsByTable of(World world) {
        RowsByTable rows = new RowsByTable();
        Stories stories = new Stories(world, rows);
        GoodsStories.tell(stories);
        PlanStories.tell(stories);
        GuardedStories.tell(stories);
        stories.rows.add(SampleTable.ACCOUNTS, ACCOUNT, "Story Company B", "services", "240");
        return rows;
    }

    Story story(String id) {
        return new Story(world, id, rows);
    }
}
