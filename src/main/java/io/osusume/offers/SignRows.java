package io.osusume.offers;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Customers;
import io.osusume.tables.Datasets;
import io.osusume.tables.Decisions;
import io.osusume.tables.Features;
import io.osusume.tables.Offers;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The {@link Sign}s of each target, as one column; a decision about everybody is everybody's. */
final class SignRows {
    static final String TARGET_TYPE = Offers.TARGET_TYPE;
    static final String TARGET = Offers.TARGET_ID;
    static final String KIND = "kind";
    static final String SUBJECT = "subject";
    static final String TYPE = "type";
    static final String DAY = "day";
    static final String NOTE = "note";
    private static final String ALL = "all_signs";

    private final OsusumeConfig config;
    private final LocalDate asOf;

    SignRows(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /** The targets with a column more. */
    Dataset<Row> join(Dataset<Row> targets, Facts facts, Datasets evidence) {
        Dataset<Row> features = evidence.of(Features.TABLE);
        Dataset<Row> decided = decided(facts);
        Dataset<Row> signs = companyHas(evidence.of(CustomerHoldings.TABLE), features)
                .unionByName(new SignFacts(config, asOf).of(facts, features))
                .unionByName(decided.where(col(TARGET).isNotNull()))
                .groupBy(TARGET_TYPE, TARGET)
                .agg(sort_array(collect_set(sign())).as(Sign.COLUMN));
        Dataset<Row> forAll = decided.where(col(TARGET).isNull())
                .groupBy(TARGET_TYPE)
                .agg(sort_array(collect_set(sign())).as(ALL));
        Column none = array().cast(signs.schema().apply(Sign.COLUMN).dataType());
        return targets.join(signs, new String[] {TARGET_TYPE, TARGET}, "left")
                .join(broadcast(forAll), new String[] {TARGET_TYPE}, "left")
                .withColumn(Sign.COLUMN, concat(coalesce(col(Sign.COLUMN), none), coalesce(col(ALL), none)))
                .drop(ALL);
    }

    private static Column sign() {
        return struct(col(KIND), col(SUBJECT), col(TYPE), col(DAY), col(NOTE));
    }

    /** Products of which an account of several people has one for each. */
    private static Dataset<Row> companyHas(Dataset<Row> holdings, Dataset<Row> features) {
        Dataset<Row> people = features.where(col(Customers.ACCOUNT_ID).isNotNull())
                .select(Customers.CUSTOMER_ID, Customers.ACCOUNT_ID);
        Dataset<Row> sizes = people.groupBy(Customers.ACCOUNT_ID)
                .agg(count(lit(1)).as("people"))
                .where(col("people").gt(1));
        Column units = coalesce(col(CustomerHoldings.CONTRACT_QUANTITY), col(CustomerHoldings.NET_QUANTITY));
        Dataset<Row> enough = holdings.where(col(CustomerHoldings.OWNED))
                .join(people, CustomerHoldings.CUSTOMER_ID)
                .groupBy(Customers.ACCOUNT_ID, CustomerHoldings.PRODUCT_ID)
                .agg(sum(units.cast("double")).as("units"))
                .join(sizes, Customers.ACCOUNT_ID)
                .where(col("units").geq(col("people")))
                .select(Customers.ACCOUNT_ID, CustomerHoldings.PRODUCT_ID);
        return SignFacts.signs(
                people.join(enough, Customers.ACCOUNT_ID),
                col(Customers.CUSTOMER_ID),
                Sign.Kind.COMPANY_HAS,
                col(CustomerHoldings.PRODUCT_ID),
                SignFacts.none("int"));
    }

    /** Decisions in force on the day after as-of. */
    private Dataset<Row> decided(Facts facts) {
        int today = (int) asOf.toEpochDay();
        return facts.of(Decisions.INPUT)
                .where(coalesce(SignFacts.day(col(Decisions.DECIDED_AT)).leq(today), lit(true))
                        .and(coalesce(SignFacts.day(col(Decisions.UNTIL)).gt(today), lit(true))))
                .select(
                        explode(array(lit(Offers.CUSTOMER), lit(Offers.ACCOUNT)))
                                .as(TARGET_TYPE),
                        col(Decisions.TARGET_ID).as(TARGET),
                        when(lower(col(Decisions.DECISION)).equalTo(Decisions.HOLD), Sign.Kind.HOLD.name())
                                .otherwise(Sign.Kind.PIN.name())
                                .as(KIND),
                        coalesce(col(Decisions.PRODUCT_ID), col(Decisions.BUNDLE_ID))
                                .as(SUBJECT),
                        lower(col(Decisions.OFFER_TYPE)).as(TYPE),
                        SignFacts.day(col(Decisions.UNTIL)).cast("int").as(DAY),
                        concat_ws(": ", col(Decisions.BY), col(Decisions.WHY)).as(NOTE));
    }
}
