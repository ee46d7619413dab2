package io.osusume.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every sentence of every offer of the sample is true: each number and each claim is worked out again by another engine. */
class TextsIT {
    private static final Claims CLAIMS = Claims.ofTheSample();
    /** What has nothing to be worked out, or has it in the sentence to the team. */
    static final List<String> WITHOUT_FIGURES = List.of(
            "also_bought",
            "also_held",
            "also_ordered",
            "bought_by_same",
            "interested",
            "account_interest",
            "near_limit",
            "will_reach_limit",
            "heavy_use",
            "compared",
            "learn_more",
            "help_first");

    @Test
    void whatTheTeamReadsIsTrue() {
        assertThat(CLAIMS.unheld("evidence")).isEmpty();
        assertThat(CLAIMS.untrue("evidence")).isEmpty();
    }

    /** What became of earlier offers is quoted where the night's success cases tell it, with their figures, and nowhere else. */
    @Test
    void whatTheTeamReadsOfEarlierOffersIsTrue() {
        assertThat(CLAIMS.quoting()).isPositive();
        assertThat(CLAIMS.misquoted()).isEmpty();
        assertThat(CLAIMS.untruePatterns()).isEmpty();
        assertThat(CLAIMS.withWrongFigures().misquoted()).isNotEmpty();
    }

    @Test
    void whatTheCustomerReadsIsTrue() {
        assertThat(CLAIMS.unheld("reason")).isSubsetOf(WITHOUT_FIGURES);
        assertThat(CLAIMS.untrue("reason")).isEmpty();
    }

    @Test
    void noFigureIsToldThatNothingHolds() {
        assertThat(CLAIMS.unexpectedFigures(WITHOUT_FIGURES, "SELECT name FROM catalogue"))
                .isEmpty();
    }

    /** A check of the checks: of every kind of sentence with figures, one whose figures are wrong is found. */
    @Test
    void aWrongFigureIsFound() {
        List<String> found = CLAIMS.withWrongFigures().untrue("evidence");
        assertThat(CLAIMS.withFigures()).isNotEmpty().allSatisfy(code -> assertThat(found)
                .anyMatch(sentence -> sentence.startsWith(code + ": ")));
    }
}
