package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurchaseHistoriesTest {
    /** Of 101 who came back 2 lie beyond the limit, which is 8 then: 60 counts as 16, with its times; 9 stays 9. */
    @Test
    void theFarMoreFrequentCountAsTwiceTheLimit() {
        PurchaseHistories all = PurchaseHistories.of(new double[][] {
            {0, 0, 300, 900}, {1, 30, 300, 90}, {8, 200, 300, 9}, {9, 250, 300, 1}, {60, 290, 300, 1}
        });
        PurchaseHistories fitted = all.withinLimits(0.02);
        assertThat(fitted.customers()).isEqualTo(1001);
        assertThat(fitted.size()).isEqualTo(5);
        assertThat(fitted.repeats(3)).isEqualTo(9);
        assertThat(fitted.repeats(4)).isEqualTo(16);
        assertThat(fitted.last(4)).isEqualTo(290);
    }

    /** Ten repeat orders are never too many, however few the others have; nor is anything of nobody. */
    @Test
    void aFewAreNeverTooMany() {
        PurchaseHistories all = PurchaseHistories.of(new double[][] {{1, 30, 300, 500}, {10, 200, 300, 1}});
        assertThat(all.withinLimits(0.02)).isSameAs(all);
        PurchaseHistories nobody = PurchaseHistories.of(new double[0][]);
        assertThat(nobody.withinLimits(0.02)).isSameAs(nobody);
    }
}
