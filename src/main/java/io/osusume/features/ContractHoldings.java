package io.osusume.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.osusume.contracts.Cycle;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;

/** What customers have by contract. Grain: one customer and plan that is, or was, under contract. */
final class ContractHoldings {
    /** When the latest contract began, running or ended; null where there never was one. */
    static final String BEGAN = "_began";

    /** When a contract ended whose place no other took. */
    static final String LEFT = "_left";

    private ContractHoldings() {}

    static Dataset<Row> of(Dataset<Row> contracts) {
        Column runs = col(CustomerContracts.RUNS);
        Column latest = struct(
                col(CustomerContracts.STARTED), col(CustomerContracts.PRICE), col(CustomerContracts.CONTRACT_ID));
        Column ended = col(CustomerContracts.ENDED);
        Column goesOn = runs.and(ended.isNull());
        Column renews = runs.and(col(CustomerContracts.RENEWS).isNotNull());
        Column period = coalesce(col(CustomerContracts.PAYMENT_PERIOD), lit(""));
        Column unitPrice = col(CustomerContracts.PRICE).divide(nullif(col(CustomerContracts.UNITS), lit(0)));
        return contracts
                .groupBy(CustomerHoldings.CUSTOMER_ID, CustomerHoldings.PRODUCT_ID)
                .agg(
                        sum(when(runs, col(CustomerContracts.UNITS)))
                                .cast(Types.QUANTITY)
                                .as(CustomerHoldings.CONTRACT_QUANTITY),
                        max_by(when(runs, unitPrice), when(runs, latest))
                                .cast(Types.MONEY)
                                .as(CustomerHoldings.CONTRACT_PRICE),
                        when(count_if(runs.and(perYear().isNull())).equalTo(0), sum(when(runs, perYear())))
                                .cast(Types.MONEY)
                                .as(CustomerHoldings.CONTRACT_PER_YEAR),
                        when(
                                        min(when(runs, period)).equalTo(max(when(runs, period))),
                                        nullif(max(when(runs, period)), lit("")))
                                .as(CustomerHoldings.CONTRACT_PERIOD),
                        min(when(renews, col(CustomerContracts.NEXT_RENEWAL)))
                                .cast(Types.INSTANT)
                                .as(CustomerHoldings.RENEWS_AT),
                        max(when(runs.and(col(CustomerContracts.ASKS_TO_END)), col(CustomerContracts.CANCEL_REQUESTED)))
                                .cast(Types.INSTANT)
                                .as(CustomerHoldings.CANCEL_REQUESTED_AT),
                        sum(when(
                                        runs.and(col(CustomerContracts.CANCEL_REQUESTED)
                                                .isNotNull()),
                                        col(CustomerContracts.UNITS)))
                                .cast(Types.QUANTITY)
                                .as(CustomerHoldings.CANCEL_QUANTITY),
                        min(when(runs, col(CustomerContracts.STARTED)))
                                .cast(Types.INSTANT)
                                .as(CustomerHoldings.CONTRACT_STARTED_AT),
                        when(count_if(goesOn).equalTo(0), max(when(runs, ended)))
                                .as(CustomerHoldings.CONTRACT_ENDS_ON),
                        sum(CustomerContracts.PAID).cast(Types.MONEY).as(CustomerHoldings.CONTRACT_PAID),
                        max(when(runs.or(col(CustomerContracts.MOVED_ON)).equalTo(false), ended))
                                .as(LEFT),
                        max(CustomerContracts.STARTED).as(BEGAN));
    }

    /** What a contract comes to in a year; null where its price or its payments are not known. */
    private static Column perYear() {
        UDF1<String, Double> payments =
                period -> period == null ? null : Cycle.ofIso(period).perYear();
        return col(CustomerContracts.PRICE)
                .cast(Types.ESTIMATE)
                .multiply(udf(payments, Types.ESTIMATE).apply(col(CustomerContracts.PAYMENT_PERIOD)));
    }
}
