package io.osusume.ltv;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.SentByKryo;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The models go to tasks through {@code spark.serializer}, which a site may have set to Kryo; also after they were used. */
class AtWillTest {
    @Test
    void modelsSurviveKryoAndTellTheSame() {
        PurchaseFit fit = PurchaseFit.of(
                BetaGeometricNbd.MBG,
                PurchaseHistories.of(
                        new double[][] {{0, 0, 300, 60}, {1, 90, 300, 25}, {3, 200, 250, 12}, {6, 280, 300, 3}}),
                2000);
        CohortTotals nobody = null;
        OrderValues values = new OrderValues(
                null, null, ClassMeans.of(new double[][] {{20, 1, 300, 60}, {30, 2, 300, 40}}, 0.01, 1));
        AtWill models = new AtWill(new NonContractual(fit, values, nobody, Shop.config()), null, Map.of());
        NonContractual.Past past = new NonContractual.Past(3, 200, 260, 90, 60);
        NonContractual.Value told = models.of(0).of(past);
        AtWill sent = SentByKryo.of(models);
        assertThat(told.value()).isPositive();
        assertThat(sent.of(0).of(past)).isEqualTo(told);
    }
}
