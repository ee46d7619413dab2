package io.osusume.effects;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.Customers;
import io.osusume.tables.Effects;
import io.osusume.tables.Episodes;
import io.osusume.tables.Orders;
import java.time.LocalDate;
import java.util.Iterator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What customers did in the last days, as many as the horizon has, and how much of it was known before. */
public final class PastBehaviour {
    private static final String[] BEFORE = {Outcomes.RECENT, Outcomes.YEAR, Outcomes.DAYS};

    private final OsusumeConfig config;
    private final LocalDate asOf;

    public PastBehaviour(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /** Reads one row a customer as it is called. */
    public ExperimentPlan.History of(Facts facts) {
        LocalDate first = asOf.minusDays(config.effects().horizonDays());
        Dataset<Row> customers = facts.of(Customers.INPUT)
                .select(Customers.CUSTOMER_ID)
                .union(facts.lines().where(col(Orders.CUSTOMER_ID).isNotNull()).select(Orders.CUSTOMER_ID))
                .distinct()
                .withColumn(Episodes.FIRST_DAY, lit(first));
        int window = config.offers().acceptance().windowDays();
        Outcomes outcomes = new Outcomes(config.effects(), window, config.ltv().marginRate());
        Dataset<Row> done = customers
                .join(outcomes.of(customers, facts), new String[] {Episodes.CUSTOMER_ID, Episodes.FIRST_DAY}, "left")
                .select(
                        col(Episodes.CUSTOMER_ID),
                        number(Effects.ORDERED),
                        number(Effects.MARGIN),
                        number(BEFORE[0]),
                        number(BEFORE[1]),
                        number(BEFORE[2]))
                .orderBy(Episodes.CUSTOMER_ID);
        return counted(done.toLocalIterator());
    }

    private static Column number(String name) {
        return coalesce(col(name), lit(0.0)).as(name);
    }

    private static ExperimentPlan.History counted(Iterator<Row> rows) {
        Moments ordered = new Moments(BEFORE.length);
        double margin = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            ordered.addAlone(row.getDouble(1), row.getDouble(3), row.getDouble(4), row.getDouble(5));
            margin += row.getDouble(2);
        }
        long n = ordered.customers();
        return n < 2
                ? new ExperimentPlan.History(n, 0, 0, 0)
                : new ExperimentPlan.History(n, ordered.meanOutcome(), margin / n, Regression.told(ordered));
    }
}
