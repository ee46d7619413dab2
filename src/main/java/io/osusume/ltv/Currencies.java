package io.osusume.ltv;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.LtvConfig;
import io.osusume.errors.UserException;
import io.osusume.tables.Orders;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * In what currencies the customers' orders until as-of are, and since when. Amounts in several cannot be added: an error, unless
 * there are rates. Amounts without a code are in the configured currency: beside amounts in another they make two.
 *
 * @param codes few
 * @param first day with an order; null without any
 */
record Currencies(SortedSet<String> codes, Date first) {
    private static final String SINCE = "since";

    /** By one pass over the lines. */
    static Currencies of(Dataset<Row> lines, LtvConfig config, LocalDate asOf) {
        List<Row> rows = OrderDays.until(lines, asOf)
                .groupBy(coalesce(col(Orders.CURRENCY), lit(config.currency())).as(Orders.CURRENCY))
                .agg(min(OrderDays.DAY).as(SINCE))
                .collectAsList();
        SortedSet<String> codes = new TreeSet<>();
        rows.forEach(row -> codes.add(row.getString(0)));
        return new Currencies(
                codes,
                rows.stream().map(row -> row.getDate(1)).min(Date::compareTo).orElse(null));
    }

    /** Value of one unit of a line's currency; null for a currency without a rate, which {@link #common} reports. */
    static Column rate(LtvConfig config) {
        Map<String, Double> rates = config.currencyRates();
        if (rates.isEmpty()) {
            return lit(1.0);
        }
        Column code = coalesce(col(Orders.CURRENCY), lit(config.currency()));
        Column rate = when(code.equalTo(config.currency()), 1.0);
        for (Map.Entry<String, Double> e : rates.entrySet()) {
            rate = rate.when(code.equalTo(e.getKey()), e.getValue());
        }
        return rate;
    }

    /**
     * The currency of all figures.
     *
     * @throws UserException where there are several, without rates
     */
    String common(LtvConfig config) {
        if (config.currencyRates().isEmpty()) {
            if (codes.size() > 1) {
                throw UserException.configuration("The orders hold amounts in " + codes.size() + " currencies ("
                        + String.join(", ", codes) + "), which cannot be added up; amounts without a code are in "
                        + config.currency() + " (ltv.currency).\n  Set ltv.currency = "
                        + config.currency() + " and ltv.currency_rates { "
                        + missing(config).get(0) + " = <value of one unit in " + config.currency()
                        + "> }, or keep one currency by inputs.orders.where.");
            }
            return codes.isEmpty() ? config.currency() : codes.first();
        }
        List<String> missing = missing(config);
        if (!missing.isEmpty()) {
            throw UserException.configuration("The orders hold amounts in " + String.join(", ", missing)
                    + ", for which there is no rate.\n  Set ltv.currency_rates." + missing.get(0)
                    + " to the value of one unit in " + config.currency() + ".");
        }
        return config.currency();
    }

    private List<String> missing(LtvConfig config) {
        List<String> missing = new ArrayList<>(codes);
        missing.remove(config.currency());
        missing.removeAll(config.currencyRates().keySet());
        return missing;
    }
}
