package io.osusume.effects;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Arm;
import io.osusume.tables.Effects;
import io.osusume.tables.Episodes;
import io.osusume.tables.OfferType;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which comparisons an episode belongs to: in the experiment that drew its arm, and, unless another experiment withholds it,
 * among those whom the universal control is compared with; each for its cell of type × trigger × segment, its type, and in total.
 */
final class Groups {
    static final String CLUSTER = "cluster";
    static final String DAY = "day";
    static final String IS_MATURE = "is_mature";
    static final String IS_DELIVERED = "is_delivered";
    static final String OUTCOMES = "outcomes";
    static final String BEFORE = "before";
    static final String[] KEY = {
        Effects.EXPERIMENT_ID, Effects.OFFER_TYPE, Effects.TRIGGER, Effects.SEGMENT, Effects.PRODUCT_ID
    };

    /** Value of {@link Episodes#ARM} here: drawn to be treated by the universal draw, and withheld by another experiment. */
    static final String ASIDE = "aside";

    private static final String GROUP = "_group";
    private final String universal;

    Groups(String universal) {
        this.universal = universal;
    }

    /**
     * Rows sorted so that a {@link Tally} can take them one after the other.
     *
     * @param episodes {@link Episodes} with {@link Outcomes} beside
     */
    Dataset<Row> of(Dataset<Row> episodes, Outcomes outcomes, Column isMature) {
        Column[] key = Arrays.stream(KEY).map(k -> col(GROUP + "." + k).as(k)).toArray(Column[]::new);
        Column[] sorted = Stream.concat(
                        Arrays.stream(KEY), Stream.of(CLUSTER, Episodes.CUSTOMER_ID, DAY, Episodes.OFFER_ROW_ID))
                .map(c -> col(c))
                .toArray(Column[]::new);
        Column[] figures = {
            coalesce(col(Episodes.ACCOUNT_ID), col(Episodes.CUSTOMER_ID)).as(CLUSTER),
            col(Episodes.CUSTOMER_ID),
            unix_date(col(Episodes.FIRST_DAY)).as(DAY),
            col(Episodes.OFFER_ROW_ID),
            col(GROUP + "." + Episodes.ARM).as(Episodes.ARM),
            col(Episodes.IS_DRAWN),
            isMature.as(IS_MATURE),
            col(Episodes.DELIVERED_ON).isNotNull().as(IS_DELIVERED),
            outcomes.figures(Outcomes.taken()).as(OUTCOMES),
            array(number(Outcomes.RECENT), number(Outcomes.YEAR), number(Outcomes.DAYS), number(Episodes.P_BUY))
                    .as(BEFORE)
        };
        return episodes.withColumn(GROUP, explode(groups()))
                .select(Stream.concat(Arrays.stream(key), Arrays.stream(figures))
                        .toArray(Column[]::new))
                .repartition(Arrays.stream(KEY).map(c -> col(c)).toArray(Column[]::new))
                .sortWithinPartitions(sorted);
    }

    private static Column number(String name) {
        return coalesce(col(name), lit(0.0));
    }

    private Column groups() {
        Column own = col(Episodes.EXPERIMENT_ID);
        Column arm = col(Episodes.ARM);
        Column isUniversal = own.equalTo(universal);
        Column isSale = col(Episodes.OFFER_TYPE).notEqual(OfferType.NURTURE.wire());
        Column isCampaign = col(Episodes.TRIGGER).isNull();
        Column type = col(Episodes.OFFER_TYPE);
        Column among = when(isUniversal, arm)
                .when(arm.equalTo(Arm.CONTROL.wire()), ASIDE)
                .otherwise(arm);
        Column all = lit(Effects.ALL);
        return array_compact(array(
                when(isSale, group(lit(universal), all, all, all, all, among)),
                group(lit(universal), type, all, all, all, among),
                when(isCampaign, group(lit(universal), type, all, all, col(Episodes.PRODUCT_ID), among)),
                when(
                        isCampaign.equalTo(false),
                        group(lit(universal), type, col(Episodes.TRIGGER), col(Episodes.LWP_SEGMENT), all, among)),
                when(isUniversal.equalTo(false).and(isSale), group(own, all, all, all, all, arm)),
                when(isUniversal.equalTo(false), group(own, type, all, all, all, arm))));
    }

    private static Column group(
            Column experiment, Column type, Column trigger, Column segment, Column product, Column arm) {
        return struct(
                experiment.as(Effects.EXPERIMENT_ID),
                type.as(Effects.OFFER_TYPE),
                trigger.as(Effects.TRIGGER),
                segment.as(Effects.SEGMENT),
                product.as(Effects.PRODUCT_ID),
                arm.as(Episodes.ARM));
    }
}
