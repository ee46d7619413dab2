package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OrdersConfig;
import io.osusume.tables.Orders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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
        return listed(UNKNOWN);
    }

    /** What the line counts for: as listed, and an unknown status as configured. */
    Column kind() {
        return listed(config.unknownStatus() == OrdersConfig.UnknownStatus.LEAVE_OUT ? CANCELLED : SALE);
    }

    /** The word is worked out once a line, and looked up. */
    private Column listed(String unknown) {
        Column word = regexp_replace(
                regexp_replace(lower(col(Orders.STATUS)), lit(PREFIX), lit("")), lit(BETWEEN_WORDS), lit(""));
        Map<String, String> lists = new LinkedHashMap<>(Map.of("", SALE));
        add(lists, config.completedStatuses(), SALE);
        add(lists, config.returnStatuses(), RETURN);
        add(lists, config.cancelledStatuses(), CANCELLED);
        add(lists, config.adjustmentStatuses(), ADJUSTMENT);
        Column[] table = lists.entrySet().stream()
                .flatMap(e -> Stream.of(lit(e.getKey()), lit(e.getValue())))
                .toArray(Column[]::new);
        return when(col(Orders.STATUS).isNull(), lit(SALE))
                .otherwise(coalesce(try_element_at(map(table), word), lit(unknown)));
    }

    /** The first list that names a word holds. */
    private static void add(Map<String, String> lists, List<String> statuses, String kind) {
        statuses.forEach(s -> lists.putIfAbsent(
                s.toLowerCase(Locale.ROOT).replaceAll(PREFIX, "").replaceAll(BETWEEN_WORDS, ""), kind));
    }
}
