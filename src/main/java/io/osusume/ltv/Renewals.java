package io.osusume.ltv;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import io.osusume.contracts.Contract;
import io.osusume.contracts.ContractRows;
import io.osusume.tables.CustomerContracts;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The renewals that contracts have faced. As of a renewal day those that ended and those that stay have faced it alike. A
 * contract that took another's place enters late, after the renewals of the relation before it.
 */
final class Renewals implements Serializable {
    static final String PLAN = CustomerContracts.PRODUCT_ID;
    static final String TERM = CustomerContracts.TERM;
    /** Contracts at price 0 (trials, free plans) are a group of their own. */
    static final String FREE = "free";
    /** {@link #FACED}, {@link #BEFORE_RECORD} or {@link #AFTER_REQUEST}. */
    static final String KIND = "kind";

    /** The t-th renewal of a relation. */
    static final String FACED = "faced";
    /** The same, of a day before the first ending on file. */
    static final String BEFORE_RECORD = "before_record";
    /** The one after a cancellation was requested; t is 0. */
    static final String AFTER_REQUEST = "after_request";

    static final String AT_RISK = "at_risk";
    static final String LEFT = "left";

    private static final StructType SCHEMA =
            StructType.fromDDL("product_id STRING, term STRING, free BOOLEAN, kind STRING, t INT, left BIGINT");
    private static final int MOST = 1200;

    private final LocalDate asOf;

    Renewals(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Counts them. Grain: plan, term, {@link #FREE}, {@link #KIND}, t; it grows with plans. */
    List<Row> of(Dataset<Row> contracts) {
        long record = recordBegins(contracts);
        return contracts
                .where(col(TERM).isNotNull())
                .select(ContractRows.columns())
                .flatMap((FlatMapFunction<Row, Row>) row -> faced(ContractRows.read(row), record), Encoders.row(SCHEMA))
                .groupBy(PLAN, TERM, FREE, KIND, "t")
                .agg(sum(lit(1L)).as(AT_RISK), sum(LEFT).as(LEFT))
                .orderBy(PLAN, TERM, FREE, KIND, "t")
                .collectAsList();
    }

    /** The first ending on file: endings before it may be missing. Days since 1970-01-01. */
    private long recordBegins(Dataset<Row> contracts) {
        Row first = contracts
                .where(datediff(lit(asOf), col(CustomerContracts.ENDED)).geq(0))
                .agg(min(datediff(col(CustomerContracts.ENDED), lit(LocalDate.EPOCH))))
                .first();
        return first.isNullAt(0) ? Long.MIN_VALUE : first.getInt(0);
    }

    private Iterator<Row> faced(Contract contract, long record) {
        List<Row> rows = new ArrayList<>();
        int faced = Math.min(MOST, contract.faced(asOf));
        boolean left = contract.left(asOf);
        for (int t = contract.entry() + 1; t <= faced; t++) {
            boolean before = contract.renewal(t - contract.entry()).toEpochDay() < record;
            rows.add(row(contract, before ? BEFORE_RECORD : FACED, t, left && t == faced));
        }
        if (contract.cancelRequested() && !contract.movedOn() && contract.answered(asOf)) {
            rows.add(row(contract, AFTER_REQUEST, 0, left));
        }
        return rows.iterator();
    }

    private static Row row(Contract contract, String kind, int t, boolean left) {
        return RowFactory.create(contract.plan(), contract.term().iso(), contract.free(), kind, t, left ? 1L : 0L);
    }
}
