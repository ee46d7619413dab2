package io.osusume.effects;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;

import io.osusume.features.Facts;
import io.osusume.tables.Arm;
import io.osusume.tables.Customers;
import io.osusume.tables.Episodes;
import io.osusume.tables.Field;
import io.osusume.tables.OfferEventType;
import io.osusume.tables.OfferEvents;
import io.osusume.tables.Offers;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Episodes of campaigns that went out before the first night, where {@code customers.arm} tells who was in control and {@code
 * offer_events} what was delivered: each delivery to a treated customer, and, for each offer that was delivered, each customer of the
 * control arm, eligible from the first of its deliveries on.
 */
public final class Campaigns {
    private static final String SENT = "_sent";
    private static final String[] OFFER = {OfferEvents.OFFER_TYPE, OfferEvents.PRODUCT_ID};

    private final String experiment;
    private final LocalDate asOf;

    /** @param experiment the id that stands for them */
    public Campaigns(String experiment, LocalDate asOf) {
        this.experiment = experiment;
        this.asOf = asOf;
    }

    /** Whether the company's data tells of any. */
    public static boolean areKnown(Facts facts) {
        return facts.knows(Customers.INPUT, Customers.ARM) && facts.knows(OfferEvents.INPUT);
    }

    /** Rows of {@link Episodes}, to start from on the first night. */
    public Dataset<Row> of(Facts facts) {
        Dataset<Row> deliveries = facts.of(OfferEvents.INPUT)
                .where(col(OfferEvents.EVENT).equalTo(OfferEventType.DELIVERED.wire()))
                .where(col(OfferEvents.OFFER_TYPE)
                        .isNotNull()
                        .and(col(OfferEvents.PRODUCT_ID).isNotNull()))
                .groupBy(OfferEvents.CUSTOMER_ID, OfferEvents.OFFER_TYPE, OfferEvents.PRODUCT_ID)
                .agg(min(to_date(col(OfferEvents.EVENT_AT))).as(SENT));
        Dataset<Row> given = facts.of(Customers.INPUT)
                .where(col(Customers.ARM).isNotNull())
                .select(Customers.CUSTOMER_ID, Customers.ACCOUNT_ID, Customers.ARM);
        Dataset<Row> treated = given.where(col(Customers.ARM).equalTo(Arm.TREATED.wire()))
                .join(deliveries, Customers.CUSTOMER_ID)
                .withColumn(Episodes.DELIVERED_ON, col(SENT));
        Dataset<Row> offers =
                treated.groupBy(col(OFFER[0]), col(OFFER[1])).agg(min(SENT).as(SENT));
        Dataset<Row> control = given.where(col(Customers.ARM).equalTo(Arm.CONTROL.wire()))
                .crossJoin(broadcast(offers))
                .withColumn(Episodes.DELIVERED_ON, lit(null).cast("date"));
        return treated.unionByName(control)
                .select(Episodes.TABLE.columns().stream().map(this::column).toArray(Column[]::new));
    }

    private Column column(Field field) {
        Column value =
                switch (field.name()) {
                    case Episodes.OFFER_ROW_ID ->
                        md5(concat_ws(
                                        "\u001f",
                                        lit("campaign"),
                                        col(Customers.CUSTOMER_ID),
                                        col(OFFER[0]),
                                        col(OFFER[1]))
                                .cast("binary"));
                    case Episodes.TARGET_TYPE -> lit(Offers.CUSTOMER);
                    case Episodes.TARGET_ID -> col(Customers.CUSTOMER_ID);
                    case Episodes.ITEMS -> array_compact(array(col(OfferEvents.PRODUCT_ID)));
                    case Episodes.EXPERIMENT_ID -> lit(experiment);
                    case Episodes.ARM_NOW -> col(Customers.ARM);
                    case Episodes.IS_DRAWN -> lit(false);
                    case Episodes.CELL -> col(OfferEvents.OFFER_TYPE);
                    case Episodes.DELIVERED -> col(Episodes.DELIVERED_ON).isNotNull();
                    // What happens on the day of the delivery itself follows it.
                    case Episodes.FIRST_DAY -> date_sub(col(SENT), 1);
                    case Episodes.LAST_DAY -> lit(asOf);
                    case Episodes.CUSTOMER_ID,
                            Episodes.ACCOUNT_ID,
                            Episodes.OFFER_TYPE,
                            Episodes.PRODUCT_ID,
                            Episodes.ARM,
                            Episodes.DELIVERED_ON -> col(field.name());
                    default -> lit(null);
                };
        return (field.name().equals(Episodes.ITEMS) ? value : value.cast(field.type())).as(field.name());
    }
}
