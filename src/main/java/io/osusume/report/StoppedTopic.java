package io.osusume.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.Bundles;
import io.osusume.tables.SuppressedOffers;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was held back tonight and why, and from which day on it may be offered again. */
final class StoppedTopic implements Topic {
    /** Days ahead within which what becomes free is counted. */
    private static final int SOON_DAYS = 7;

    private static final String WHAT = "what";
    private static final String CANDIDATES = "candidates";
    private static final String NEXT_FREE = "next_free";
    private static final String FREE_SOON = "free_soon";
    private static final List<Heading> REASONS = List.of(
            Heading.word(SuppressedOffers.REASON_CODE, "reason"),
            Heading.of(CANDIDATES, Kind.WHOLE),
            Heading.of(NEXT_FREE, Kind.DATE),
            Heading.of(FREE_SOON, Kind.WHOLE));
    private static final List<Heading> COMING = List.of(
            Heading.of(WHAT, Kind.PRODUCTS),
            Heading.word(SuppressedOffers.OFFER_TYPE, "type"),
            Heading.of(SuppressedOffers.TARGET_ID, Kind.WHO),
            Heading.word(SuppressedOffers.REASON_CODE, "reason"),
            Heading.of(SuppressedOffers.RELEASE_DATE, Kind.DATE),
            Heading.of(SuppressedOffers.EXPECTED_VALUE, Kind.MONEY));

    private final int top;

    StoppedTopic(int top) {
        this.top = top;
    }

    @Override
    public Section of(Night night) {
        Optional<Dataset<Row>> stopped = night.of(SuppressedOffers.TABLE);
        if (stopped.isEmpty()) {
            return Section.of(
                    "stopped",
                    List.of(),
                    Grid.without("reasons", REASONS, Grid.ABSENT),
                    Grid.without("coming", COMING, Grid.ABSENT));
        }
        Grid reasons = Grid.of("reasons", REASONS, reasons(night, stopped.get()));
        long all = reasons.rows().stream().mapToLong(r -> (Long) r.get(1)).sum();
        return Section.of(
                "stopped",
                List.of(new Figure("stopped.candidates", Kind.WHOLE, all)),
                reasons,
                Grid.of("coming", COMING, coming(stopped.get(), night.of(Bundles.TABLE))));
    }

    /** Candidates counted with those beyond the best that are not listed one by one. */
    private static List<Row> reasons(Night night, Dataset<Row> stopped) {
        var soon = col(SuppressedOffers.RELEASE_DATE).leq(lit(night.runDate().plusDays(SOON_DAYS)));
        return stopped.groupBy(SuppressedOffers.REASON_CODE)
                .agg(
                        sum(coalesce(col(SuppressedOffers.MORE), lit(0L)).plus(1))
                                .as(CANDIDATES),
                        min(SuppressedOffers.RELEASE_DATE).as(NEXT_FREE),
                        sum(when(soon, 1L).otherwise(0L)).as(FREE_SOON))
                .orderBy(col(CANDIDATES).desc(), col(SuppressedOffers.REASON_CODE))
                .collectAsList();
    }

    /** The best candidate of each product or set, or it would often be one product many times. */
    private List<Row> coming(Dataset<Row> stopped, Optional<Dataset<Row>> sets) {
        Column best = max(struct(
                col(SuppressedOffers.EXPECTED_VALUE),
                col(SuppressedOffers.OFFER_ROW_ID),
                col(SuppressedOffers.OFFER_TYPE),
                col(SuppressedOffers.TARGET_ID),
                col(SuppressedOffers.REASON_CODE),
                col(SuppressedOffers.RELEASE_DATE)));
        Dataset<Row> waiting = stopped.where(col(SuppressedOffers.RELEASE_DATE)
                .isNotNull()
                .and(col(SuppressedOffers.EXPECTED_VALUE).gt(0)));
        return withItems(waiting, sets)
                .groupBy(WHAT)
                .agg(best.as("best"))
                .select(WHAT, "best.*")
                .orderBy(
                        col(SuppressedOffers.EXPECTED_VALUE).desc(),
                        col(SuppressedOffers.OFFER_ROW_ID).desc())
                .limit(top)
                .select(COMING.stream().map(heading -> col(heading.name())).toArray(Column[]::new))
                .collectAsList();
    }

    /** With what the candidates are, as products: sets by their items, where these are published. */
    private static Dataset<Row> withItems(Dataset<Row> candidates, Optional<Dataset<Row>> sets) {
        Column id = array(coalesce(col(SuppressedOffers.PRODUCT_ID), col(SuppressedOffers.BUNDLE_ID)));
        return sets.map(published -> candidates
                        .join(published.select(Bundles.BUNDLE_ID, Bundles.ITEMS), Bundles.BUNDLE_ID, "left")
                        .withColumn(WHAT, coalesce(col(Bundles.ITEMS), id)))
                .orElseGet(() -> candidates.withColumn(WHAT, id));
    }
}
