package io.osusume.effects;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.osusume.features.Facts;
import io.osusume.tables.Customers;
import io.osusume.tables.Episodes;
import io.osusume.tables.Field;
import io.osusume.tables.Offers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/**
 * Carries the episodes from night to night, so that nothing reads a year of offers: what the last night knew of each target × offer,
 * and those that are new tonight. What an episode says of its first night never changes.
 */
public final class EpisodeLog {
    private static final String BEFORE = "_before_";
    private static final String TONIGHT = "_tonight";
    private static final DataType KNOWN =
            Episodes.TABLE.column(Episodes.AS_DELIVERED).orElseThrow().type();

    private static final Set<String> OF_THE_NEWEST = Set.of(Episodes.LAST_DAY, Episodes.ARM_NOW);

    private final int keepDays;
    private final LocalDate asOf;

    /** @param keepDays an offer that is not made for longer is forgotten, and begins anew */
    public EpisodeLog(int keepDays, LocalDate asOf) {
        this.keepDays = keepDays;
        this.asOf = asOf;
    }

    /**
     * The table {@code episodes}.
     *
     * @param earlier {@link Episodes} of the newest earlier night
     * @param made tonight's offers and withheld offers
     */
    public Dataset<Row> carry(Dataset<Row> earlier, Dataset<Row> made, Facts facts) {
        Dataset<Row> kept = earlier.where(col(Episodes.LAST_DAY).geq(lit(asOf.minusDays(keepDays))));
        Dataset<Row> before = kept.select(
                Arrays.stream(kept.columns()).map(c -> col(c).as(BEFORE + c)).toArray(Column[]::new));
        Dataset<Row> both = fresh(made, facts)
                .join(before, col(Episodes.OFFER_ROW_ID).equalTo(col(BEFORE + Episodes.OFFER_ROW_ID)), "full");
        Column madeTonight = when(col(Episodes.OFFER_ROW_ID).isNotNull(), col(Episodes.AS_DELIVERED));
        Column[] all = Stream.concat(Arrays.stream(columns(EpisodeLog::carried)), Stream.of(madeTonight.as(TONIGHT)))
                .toArray(Column[]::new);
        return delivered(both.select(all), facts);
    }

    private static Column carried(String name) {
        Column was = col(BEFORE + name);
        return OF_THE_NEWEST.contains(name)
                ? coalesce(col(name), was)
                : when(col(BEFORE + Episodes.OFFER_ROW_ID).isNotNull(), was).otherwise(col(name));
    }

    private Dataset<Row> fresh(Dataset<Row> made, Facts facts) {
        Dataset<Row> given = facts.of(Customers.INPUT)
                .where(col(Customers.ARM).isNotNull())
                .select(col(Customers.CUSTOMER_ID), lit(false).as(Episodes.IS_DRAWN));
        Dataset<Row> known = made.join(given, new String[] {Customers.CUSTOMER_ID}, "left");
        return known.select(columns(this::fresh));
    }

    private Column fresh(String name) {
        return switch (name) {
            case Episodes.ITEMS ->
                array_compact(when(col(Offers.PRODUCT_ID).isNotNull(), array(col(Offers.PRODUCT_ID)))
                        .otherwise(col(Offers.BUNDLE_ITEMS)));
            case Episodes.IS_DRAWN -> coalesce(col(name), lit(true));
            case Episodes.ARM_NOW -> col(Offers.ARM);
            case Episodes.FIRST_DAY, Episodes.LAST_DAY -> lit(asOf);
            case Episodes.DELIVERED_ON -> lit(null);
            case Episodes.DELIVERED -> lit(false);
            case Episodes.CELL -> cell();
            case Episodes.AS_DELIVERED -> known(lit(asOf));
            default -> col(name);
        };
    }

    private static Column known(Column night) {
        return struct(Stream.concat(
                                Stream.of(night.as(Episodes.NIGHT)),
                                Episodes.KNOWN_OF_OFFER.stream().map(n -> col(n)))
                        .toArray(Column[]::new))
                .cast(KNOWN);
    }

    /** The first delivery after the first day: from the events, or as an earlier night knew it. */
    private static Dataset<Row> delivered(Dataset<Row> episodes, Facts facts) {
        return episodes.join(Deliveries.first(episodes, facts), new String[] {Episodes.OFFER_ROW_ID}, "left")
                .select(columns(EpisodeLog::withDelivery));
    }

    private static Column withDelivery(String name) {
        Column first = least(col(Episodes.DELIVERED_ON), col(Deliveries.FIRST));
        return switch (name) {
            case Episodes.DELIVERED_ON -> first;
            case Episodes.DELIVERED -> first.isNotNull();
            case Episodes.AS_DELIVERED -> asDelivered(first);
            default -> col(name);
        };
    }

    /** Kept from the first delivery on. Where that becomes known only after the next night, what is left is the first night. */
    private static Column asDelivered(Column first) {
        Column was = col(Episodes.AS_DELIVERED);
        Column firstNight = when(col(Episodes.TRIGGER).isNotNull(), known(col(Episodes.FIRST_DAY)));
        return when(first.isNull(), coalesce(col(TONIGHT), was))
                .when(was.getField(Episodes.NIGHT).geq(first), firstNight)
                .otherwise(was);
    }

    /** Offer type, trigger and segment. */
    static Column cell() {
        return concat_ws(" · ", col(Offers.OFFER_TYPE), col(Offers.TRIGGER), col(Offers.LWP_SEGMENT));
    }

    private interface ByName {
        Column of(String name);
    }

    private static Column[] columns(ByName of) {
        return Episodes.TABLE.columns().stream()
                .map(field -> typed(field, of.of(field.name())))
                .toArray(Column[]::new);
    }

    private static Column typed(Field field, Column value) {
        return (field.name().equals(Episodes.ITEMS) ? value : value.cast(field.type())).as(field.name());
    }
}
