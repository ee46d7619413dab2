package io.osusume.effects;

import static org.apache.spark.sql.functions.array_size;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Arm;
import io.osusume.tables.Episodes;
import io.osusume.tables.OfferEvents;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Episodes whose days of acceptance are over, each with whether it was taken: those of a customer's first day in their cell,
 * which nothing that was sent before had a part in, as {@link Measuring} compares them.
 */
public final class FollowedEpisodes {
    /** Added: the account, or the customer. */
    public static final String CLUSTER = "cluster";

    public static final String TAKEN = "taken";
    /** Whether it was delivered within the days of acceptance; true where no deliveries are told. */
    public static final String IN_TIME = "in_time";

    private static final String FIRST = "_first_day";
    private final OsusumeConfig config;
    private final LocalDate asOf;

    public FollowedEpisodes(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /**
     * Rows of {@link Episodes}, with the columns above, sorted by cluster; none where nobody is in control. Reads whether anybody is as
     * it is called.
     *
     * @param most of more rows so many, of clusters drawn by chance, always the same ones
     */
    public List<Row> of(Dataset<Row> episodes, Facts facts, int most) {
        int window = config.offers().acceptance().windowDays();
        Column universal =
                col(Episodes.EXPERIMENT_ID).equalTo(config.experiment().id());
        Column isControl = col(Episodes.ARM).equalTo(Arm.CONTROL.wire());
        Dataset<Row> over = episodes.where(col(Episodes.CUSTOMER_ID)
                        .isNotNull()
                        .and(col(Episodes.TRIGGER).isNotNull())
                        .and(col(Episodes.P_ACCEPT).isNotNull())
                        .and(array_size(col(Episodes.ITEMS)).gt(0)))
                .where(universal.or(isControl.equalTo(false)))
                .where(date_add(col(Episodes.FIRST_DAY), window).leq(lit(asOf)));
        if (over.where(isControl).isEmpty()) {
            return List.of();
        }
        Dataset<Row> first = over.withColumn(
                        FIRST, min(Episodes.FIRST_DAY).over(Window.partitionBy(Episodes.CUSTOMER_ID, Episodes.CELL)))
                .where(col(FIRST).equalTo(col(Episodes.FIRST_DAY)));
        Dataset<Row> days =
                first.select(Episodes.CUSTOMER_ID, Episodes.FIRST_DAY).distinct();
        Outcomes outcomes = new Outcomes(config.effects(), window, config.ltv().marginRate());
        Column cluster = coalesce(col(Episodes.ACCOUNT_ID), col(Episodes.CUSTOMER_ID));
        // The last night does not know what went out since.
        Column inTime = coalesce(
                least(col(Episodes.DELIVERED_ON), col(Deliveries.FIRST)).leq(date_add(col(Episodes.FIRST_DAY), window)),
                lit(false));
        Dataset<Row> sent = first.join(Deliveries.first(first, facts), new String[] {Episodes.OFFER_ROW_ID}, "left");
        return sent.join(outcomes.taken(days, facts), new String[] {Episodes.CUSTOMER_ID, Episodes.FIRST_DAY}, "left")
                .withColumn(CLUSTER, cluster)
                .withColumn(TAKEN, Outcomes.taken().equalTo(1))
                .withColumn(IN_TIME, facts.knows(OfferEvents.INPUT) ? inTime : lit(true))
                .select(
                        CLUSTER,
                        TAKEN,
                        IN_TIME,
                        Episodes.ARM,
                        Episodes.IS_DRAWN,
                        Episodes.OFFER_TYPE,
                        Episodes.TRIGGER,
                        Episodes.LWP_SEGMENT,
                        Episodes.EVIDENCE,
                        Episodes.P_ANYWAY,
                        Episodes.P_ACCEPT,
                        Episodes.ACCEPTANCE_TERMS,
                        Episodes.OFFER_ROW_ID)
                .orderBy(hash(col(CLUSTER)), col(CLUSTER), col(Episodes.OFFER_ROW_ID))
                .limit(most)
                .collectAsList();
    }
}
