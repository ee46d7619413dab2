package io.osusume.offers;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.osusume.acceptance.AcceptanceModel;
import io.osusume.acceptance.Published;
import io.osusume.config.AcceptanceConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.effects.FollowedEpisodes;
import io.osusume.features.Facts;
import io.osusume.tables.Acceptance;
import io.osusume.tables.Datasets;
import io.osusume.tables.Episodes;
import io.osusume.tables.Ltv;
import io.osusume.tables.RankedProducts;
import io.osusume.uplift.Followed;
import io.osusume.uplift.UpliftModel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What past offers taught until tonight. */
public final class Learned {
    private final PastOutcomes past;
    private final UsualPBuy usual;
    private final Double usualLtv;
    private final AcceptanceModel model;
    private final UpliftModel uplift;
    private final double confidence;

    /** @param usualLtv the middle customer's lifetime value; null: none is known */
    Learned(
            PastOutcomes past,
            UsualPBuy usual,
            Double usualLtv,
            AcceptanceModel model,
            UpliftModel uplift,
            double confidence) {
        this.past = past;
        this.usual = usual;
        this.usualLtv = usualLtv;
        this.model = model;
        this.uplift = uplift;
        this.confidence = confidence;
    }

    static Learned of(OsusumeConfig config, Facts facts, Dataset<Row> targets, Datasets evidence, LocalDate asOf) {
        AcceptanceConfig acceptance = config.offers().acceptance();
        Trials trials = new Trials(acceptance, (int) asOf.toEpochDay());
        PastOutcomes past = PastOutcomes.of(targets, trials, config.features().reactions(), acceptance);
        UsualPBuy usual = UsualPBuy.of(
                evidence.of(RankedProducts.TABLE),
                config.ranker().keepPerCustomer(),
                config.offers().maxPerCustomer());
        double anyway = Anyway.of(config).within(usual.offered());
        AcceptanceModel model = AcceptanceModel.learn(
                past.trials(anyway), acceptance, anyway, Published.means(evidence.of(Acceptance.TABLE)));
        List<Followed> followed = new FollowedEpisodes(config, asOf)
                .of(evidence.of(Episodes.TABLE), facts, acceptance.mostTrials()).stream()
                        .map(Followed::of)
                        .toList();
        UpliftModel uplift = UpliftModel.learn(followed, config, anyway);
        return new Learned(past, usual, middleLtv(evidence), model, uplift, acceptance.confidence());
    }

    /** Of customers from whom something is to be expected. */
    private static Double middleLtv(Datasets evidence) {
        Row middle = evidence.of(Ltv.TABLE)
                .where(col(Ltv.LTV).gt(0))
                .agg(expr("percentile(" + Ltv.LTV + ", 0.5)"))
                .first();
        return middle.isNullAt(0) ? null : Double.valueOf(middle.getDouble(0));
    }

    /** The table {@code acceptance}. */
    public Dataset<Row> acceptance(Dataset<Row> targets) {
        return Published.of(model, confidence, targets.sparkSession());
    }

    /** Of how many past offers that were known alike it learned. */
    public long trials() {
        return past.trials().stream().mapToLong(TrialRows.Known::count).sum();
    }

    /** What a person should know of them, in sentences. */
    public List<String> notes() {
        return Stream.concat(past.notes().stream(), uplift.notes().stream()).toList();
    }

    PastOutcomes past() {
        return past;
    }

    UsualPBuy usual() {
        return usual;
    }

    Double usualLtv() {
        return usualLtv;
    }

    AcceptanceModel model() {
        return model;
    }

    UpliftModel uplift() {
        return uplift;
    }
}
