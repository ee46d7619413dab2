package io.osusume.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.try_element_at;

import io.osusume.config.FeaturesConfig;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** What events count for: weight · 2^(−age / half-life), age in days. */
public final class EventWeights {
    /** Exact to nine decimals, so that sums do not depend on the order of rows. */
    private static final String EXACT = "decimal(20,9)";

    private final FeaturesConfig config;

    public EventWeights(FeaturesConfig config) {
        this.config = config;
    }

    /** The weight of an event of an age in days, now; a decimal. */
    public Column decayed(Column event, Column ageDays) {
        return faded(weight(event), ageDays);
    }

    /** A weight, faded by age in days; a decimal. */
    Column faded(Column weight, Column ageDays) {
        Column fading = pow(lit(2.0), ageDays.cast("double").divide(lit(-config.interestHalfLifeDays())));
        return weight.multiply(fading).cast(EXACT);
    }

    /** The weight of an event, however old. */
    Column weight(Column event) {
        if (config.eventWeights().isEmpty()) {
            return lit(config.otherEventWeight());
        }
        Column[] pairs = config.eventWeights().entrySet().stream()
                .flatMap(e -> Stream.of(lit(e.getKey()), lit(e.getValue())))
                .toArray(Column[]::new);
        return coalesce(try_element_at(functions.map(pairs), lower(event)), lit(config.otherEventWeight()));
    }
}
