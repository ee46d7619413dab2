package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OrdersConfig;
import io.osusume.tables.Orders;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;

/** What the status of an order line says: the words of shops, by the lists of the configuration. */
final class Statuses {
    static final String SALE = "sale";
    static final String RETURN = "return";
    static final String CANCELLED = "cancelled";
    static final String ADJUSTMENT = "adjustment";
    static final String UNKNOWN = "unknown";

    private static final String PREFIX = "^wc-";
    private static final String BETWEEN_WORDS = "[\\s\\u3000_-]+";

    private final OrdersConfig config;

    Statuses(OrdersConfig config) {
        this.config = config;
    }

    /** Which of the lists names the line's status; a line without one is a sale. */
    Column listed() {
        Column word = regexp_replace(
                regexp_replace(lower(coalesce(col(Orders.STATUS), lit(""))), lit(PREFIX), lit("")),
                lit(BETWEEN_WORDS),
                lit(""));
        return when(word.equalTo(""), lit(SALE))
                .when(word.isin(words(config.completedStatuses())), lit(SALE))
                .when(word.isin(words(config.returnStatuses())), lit(RETURN))
                .when(word.isin(words(config.cancelledStatuses())), lit(CANCELLED))
                .when(word.isin(words(config.adjustmentStatuses())), lit(ADJUSTMENT))
                .otherwise(lit(UNKNOWN));
    }

    /** What the line counts for: as listed, and an unknown status as configured. */
    Column kind() {
        String unknown = config.unknownStatus() == OrdersConfig.UnknownStatus.LEAVE_OUT ? CANCELLED : SALE;
        Column listed = listed();
        return when(listed.equalTo(UNKNOWN), lit(unknown)).otherwise(listed);
    }

    private static Object[] words(List<String> statuses) {
        return statuses.stream()
                .map(s -> s.toLowerCase(Locale.ROOT).replaceAll(PREFIX, "").replaceAll(BETWEEN_WORDS, ""))
                .toArray();
    }
}
