package io.osusume.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.osusume.tables.Table;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GoalTest {
    @Test
    void aStageBringsWhatItNeedsAndWhatThatNeeds() {
        assertThat(Goal.withNeeds(Set.of(Goal.LTV))).containsExactly(Goal.CONTRACTS, Goal.LTV);
        assertThat(Goal.withNeeds(Set.of(Goal.SEGMENTS)))
                .containsExactlyInAnyOrder(Goal.RULES, Goal.CONTRACTS, Goal.HOLDINGS, Goal.SEGMENTS);
        assertThat(Goal.withNeeds(Set.of(Goal.OFFERS)))
                .containsExactlyInAnyOrder(
                        Goal.CONTRACTS,
                        Goal.RULES,
                        Goal.HOLDINGS,
                        Goal.REPLENISHMENT,
                        Goal.SEGMENTS,
                        Goal.ACCOUNTS,
                        Goal.LTV,
                        Goal.RANKING,
                        Goal.OFFERS);
        assertThat(Goal.withNeeds(Set.of())).isEmpty();
    }

    @Test
    void whatAStageNeedsComesBeforeIt() {
        for (Goal goal : Goal.values()) {
            assertThat(goal.needs()).allSatisfy(need -> assertThat(need).isLessThan(goal));
        }
    }

    @Test
    void stagesAreCalledAsBefore() {
        assertThat(Stream.of(Goal.values()).map(Goal::toString))
                .contains("rules", "segments", "accounts", "ltv", "ltv-validate", "ranking", "offers");
    }

    @Test
    void offersAreSeenLastAndEachTableOnce() {
        Set<String> staged = new HashSet<>(Set.of("rejects"));
        Goal.NIGHTLY.forEach(g -> g.tables().stream().map(Table::name).forEach(staged::add));
        List<String> published = request(Goal.NIGHTLY).published(staged);
        assertThat(published).doesNotHaveDuplicates().hasSameElementsAs(staged).endsWith("offers");
        assertThat(published).doesNotContain("ltv_validation");
        // What was worked out for the stage, and is not its own, is not published.
        assertThat(request(Set.of(Goal.SEGMENTS)).published(staged)).containsExactly("rejects", "lwp_segments");
    }

    @Test
    void askingAStageThatIsNotUnderWayIsABug() {
        Part<Part.Result> rules = new Part<>(Goal.RULES, () -> new Part.Result() {});
        assertThatThrownBy(rules::result)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The stage rules is not under way: name it in Goal.needs");
    }

    private static RunRequest request(Set<Goal> goals) {
        return new RunRequest(LocalDate.of(2026, 6, 30), goals, Set.of(), "1", "hash", Clock.systemUTC());
    }
}
