package io.osusume.night;

import static io.osusume.night.Nights.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segments, priorities and account scores of the sample's night. */
class SegmentsIT {
    @ParameterizedTest
    @CsvSource({"story-09, at_risk", "story-11, care", "story-16, nurture", "story-17, fatigued", "story-18, opted_out"
    })
    void storiesAreInTheirSegments(String customer, String segment) {
        assertThat(NIGHT.column("SELECT segment FROM {lwp_segments} WHERE customer_id = '" + customer + "'"))
                .containsExactly(segment);
    }

    @Test
    void thereIsACustomerForEachPriorityAndEachSegment() {
        assertThat(NIGHT.column("SELECT DISTINCT priority FROM {lwp_segments} ORDER BY 1"))
                .containsExactly("A", "B", "C", "D");
        assertThat(NIGHT.count("SELECT count(DISTINCT segment) FROM {lwp_segments}"))
                .isEqualTo(8);
    }

    @Test
    void story12TheBuyerIsSilentButTheCompanyActs() {
        assertThat(NIGHT.query("SELECT is_surging, people, senior_people, top_interest_product_id FROM {account_scores}"
                        + " WHERE account_id = 'story-acct-b'"))
                .containsExactly(List.of("true", "2", "2", "HR1"));
    }

    @Test
    void plantedSurgesAreFoundAndCalmAccountsAreLeftAlone() {
        String planted = "SELECT subject AS account_id FROM [truths] WHERE kind = 'surge'";
        long all = NIGHT.count("SELECT count(*) FROM (" + planted + ")");
        long found = NIGHT.count(
                "SELECT count(*) FROM {account_scores} JOIN (" + planted + ") USING (account_id) WHERE is_surging");
        assertThat(all).isGreaterThan(5);
        assertThat(found).isGreaterThanOrEqualTo(all - 1);
        assertThat(NIGHT.count("SELECT count(*) FROM {account_scores} WHERE is_surging") - found)
                .isLessThanOrEqualTo(2);
    }
}
