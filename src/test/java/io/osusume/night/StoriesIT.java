package io.osusume.night;

import static io.osusume.night.SampleNight.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The story customers of the sample, each an ordinary row: what are they offered? */
class StoriesIT {
    @Test
    void story01WhoBoughtAPcIsOfferedPeripherals() {
        assertThat(offers("story-01", "cross_sell"))
                .isSubsetOf("MOUSE", "KEYB", "MON27", "USBC")
                .hasSizeGreaterThan(1);
    }

    @Test
    void story02WhoseSeatsAreFullIsOfferedTheNextPlan() {
        assertThat(offers("story-02", "upsell")).containsExactly("WS2");
        assertThat(trigger("story-02", "WS2")).isEqualTo("usage_limit");
    }

    @Test
    void story03WhoBoughtLeatherShoesIsOfferedCare() {
        assertThat(offers("story-03", "cross_sell")).contains("CARE", "SPRAY");
    }

    @Test
    void story07WhoSpendsHeavilyIsOfferedTheGoldCard() {
        assertThat(offers("story-07", "upsell")).containsExactly("CARD2");
        assertThat(trigger("story-07", "CARD2")).isEqualTo("heavy_spend");
    }

    @Test
    void story08WhoSpendsLittleIsNot() {
        assertThat(offers("story-08", "upsell")).isEmpty();
    }

    @Test
    void story14WhoBoughtACameraIsOfferedCardAndBag() {
        assertThat(offers("story-14", "cross_sell")).contains("MEM", "CBAG").doesNotContain("LENS", "CAMP");
    }

    @Test
    void story15WhoOpenedADepositAccountIsOfferedCardOrFund() {
        assertThat(offers("story-15", "cross_sell")).containsAnyOf("TRAVC", "FUND1");
    }

    @Test
    void story18WhoOptedOutIsInNoOfferTable() {
        for (String table : List.of("{offers}", "{withheld_offers}")) {
            assertThat(NIGHT.count("SELECT count(*) FROM " + table + " WHERE customer_id = 'story-18'"))
                    .isZero();
        }
        assertThat(NIGHT.column("SELECT segment FROM {lwp_segments} WHERE customer_id = 'story-18'"))
                .containsExactly("opted_out");
    }

    @Test
    void story20WhoHasTheBestOfEverythingIsOfferedNoUpsell() {
        assertThat(offers("story-20", "upsell")).isEmpty();
    }

    /** The products offered, in the order of their rank. */
    private static List<String> offers(String customer, String type) {
        return NIGHT.column("SELECT product_id FROM {offers} WHERE customer_id = '" + customer + "' AND offer_type = '"
                + type + "' ORDER BY rank");
    }

    private static String trigger(String customer, String product) {
        return NIGHT.column("SELECT trigger FROM {offers} WHERE customer_id = '" + customer + "' AND product_id = '"
                        + product + "'")
                .get(0);
    }
}
