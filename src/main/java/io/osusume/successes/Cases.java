package io.osusume.successes;

import io.osusume.successes.Past.Trial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** One customer in each pattern that it belongs to: once, by the first offer of it that was taken, else by the first. */
final class Cases implements Serializable {
    static final String TAKEN = "taken";
    static final String RUNNING = "running";
    static final String USED = "used";
    static final String GAIN = "gain";
    static final String OTHER = "other";

    /** Exact to the hundredth, so that sums of it and of its squares do not depend on the order of rows. */
    private static final DataType EXACT = DataTypes.createDecimalType(18, 2);

    static final StructType SCHEMA = schema();

    private final Followed followed;

    Cases(Followed followed) {
        this.followed = followed;
    }

    List<Row> of(Past past) {
        Map<Pattern, Trial> cases = new LinkedHashMap<>();
        past.trials.forEach(trial -> Pattern.of(situation(past, trial))
                .forEach(pattern -> cases.merge(pattern, trial, (a, b) -> !a.taken() && b.taken() ? b : a)));
        List<Row> rows = new ArrayList<>();
        cases.forEach((pattern, trial) -> rows.add(row(past, pattern, trial)));
        return rows;
    }

    private Pattern situation(Past past, Trial trial) {
        Optional<String> owned = followed.owned(past, trial);
        return new Pattern(
                trial.type(),
                trial.product(),
                trial.trigger(),
                trial.segment(),
                owned.orElse(null),
                owned.flatMap(o -> followed.useBand(past, trial, o)).orElse(null));
    }

    private Row row(Past past, Pattern pattern, Trial trial) {
        BigDecimal gain = followed.gain(past, trial)
                .map(g -> BigDecimal.valueOf(g).setScale(2, RoundingMode.HALF_UP))
                .orElse(null);
        List<Object> values = new ArrayList<>(Arrays.asList(pattern.parts()));
        boolean taken = trial.taken();
        values.add(taken ? 1L : 0L);
        values.add(taken ? count(followed.running(past, trial.product())) : null);
        values.add(taken ? count(followed.used(past, trial.product())) : null);
        values.add(taken ? gain : null);
        values.add(taken ? null : gain);
        return RowFactory.create(values.toArray());
    }

    private static Long count(Optional<Boolean> is) {
        return is.map(yes -> yes ? 1L : 0L).orElse(null);
    }

    private static StructType schema() {
        StructType schema = new StructType();
        for (String part : Pattern.KEY) {
            schema = schema.add(part, DataTypes.StringType);
        }
        return schema.add(TAKEN, DataTypes.LongType)
                .add(RUNNING, DataTypes.LongType)
                .add(USED, DataTypes.LongType)
                .add(GAIN, EXACT)
                .add(OTHER, EXACT);
    }
}
