package io.osusume.ltv;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.contracts.Cycle;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Ltv;
import io.osusume.tables.Orders;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Holds what contracts and forecasts come to against what the orders of the last year brought. */
public final class Plausibility {
    private static final double MUCH = 2;
    private static final int YEAR = 365;
    /** Of less than this nothing is said: a year cannot be told from it. */
    private static final int LEAST_DAYS = 28;

    private final LtvConfig config;
    private final LocalDate asOf;

    public Plausibility(LtvConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /**
     * What is more than twice what it can be held against, with both figures, in sentences; nothing where no order brought
     * anything.
     *
     * @param lines net order lines
     * @param contracts rows of {@link CustomerContracts}
     * @param ltv rows of {@link Ltv}, without leaving any out
     */
    public List<String> notes(Dataset<Row> lines, Dataset<Row> contracts, Dataset<Row> ltv) {
        double brought = ordersPerYear(lines);
        if (brought <= 0) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        double contracted = contractsPerYear(contracts);
        if (contracted > MUCH * brought) {
            notes.add(told(
                    "ltv: the running contracts come to %,.0f %s a year, and all orders of the last year to %,.0f: where"
                            + " contracts are paid among the orders, look at price_per (unit or contract), quantity and"
                            + " billing of inputs.subscriptions",
                    contracted, brought));
        }
        double worth = first(ltv.agg(sum(col(Ltv.LTV).cast("double"))).first());
        double asLong = brought * config.horizonDays() / YEAR;
        if (worth > MUCH * asLong) {
            notes.add(told(
                    "ltv: all customers together are said to be worth %,.0f %s within the horizon, and orders like those of"
                            + " the last year come to %,.0f in as many days",
                    worth, asLong));
        }
        return notes;
    }

    /** What the orders of the last 365 days brought; of a shorter record, as much a year. */
    private double ordersPerYear(Dataset<Row> lines) {
        Column age = datediff(lit(asOf), to_date(col(Orders.ORDERED_AT)));
        Column amount = col(Orders.NET_QUANTITY)
                .cast("double")
                .multiply(col(Orders.NET_PRICE).cast("double"));
        Row seen = lines.where(age.geq(0))
                .agg(sum(when(age.lt(YEAR), amount)), max(age))
                .first();
        int days = seen.isNullAt(1) ? 0 : seen.getInt(1) + 1;
        return days < LEAST_DAYS ? 0 : first(seen) * Math.max(1, (double) YEAR / days);
    }

    private double contractsPerYear(Dataset<Row> contracts) {
        Column trial =
                coalesce(datediff(col(CustomerContracts.TRIAL_UNTIL), lit(asOf)).gt(0), lit(false));
        Column begun = datediff(lit(asOf), col(CustomerContracts.STARTED)).geq(0);
        return contracts
                .where(col(CustomerContracts.RUNS).and(begun).and(trial.unary_$bang()))
                .where(col(CustomerContracts.PAYMENT_PERIOD).isNotNull())
                .groupBy(CustomerContracts.PAYMENT_PERIOD)
                .agg(sum(col(CustomerContracts.PRICE).cast("double")))
                .collectAsList()
                .stream()
                .filter(row -> !row.isNullAt(1))
                .mapToDouble(
                        row -> row.getDouble(1) * Cycle.ofIso(row.getString(0)).perYear())
                .sum();
    }

    private String told(String sentence, double figure, double beside) {
        return String.format(Locale.ROOT, sentence, figure, config.currency(), beside);
    }

    private static double first(Row row) {
        return row.isNullAt(0) ? 0 : row.getDouble(0);
    }
}
