package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.osusume.intake.source.Sources;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import io.osusume.tables.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Why a row of one input is rejected. */
final class RejectReasons {
    static final String UNREADABLE = "_unreadable";

    private final Input input;
    private final DayBounds bounds;

    RejectReasons(Input input, DayBounds bounds) {
        this.input = input;
        this.bounds = bounds;
    }

    /** Why the row cannot be read at all, before its values are looked at; null when it can. */
    Column unreadable(Map<String, Column> expressions, Dataset<Row> raw) {
        List<Column> reasons = new ArrayList<>();
        Arrays.stream(raw.columns())
                .filter(c -> c.startsWith("_corrupt"))
                .forEach(c -> reasons.add(when(
                        col(c).isNotNull(), lit(c.equals(Sources.BAD_ENCODING) ? "bad_encoding" : "corrupt_line"))));
        for (Field column : input.table().columns()) {
            Column source = expressions.get(column.name());
            if (source != null && !column.type().equals(Types.TEXT)) {
                Column given = nullif(trim(source.cast(Types.TEXT)), lit(""));
                reasons.add(when(
                        given.isNotNull().and(source.try_cast(column.type()).isNull()),
                        lit("unreadable_" + column.name())));
            }
        }
        reasons.add(lit(null).cast(Types.TEXT));
        return coalesce(reasons.toArray(Column[]::new));
    }

    /** The first that holds, of a row of typed values and {@link #UNREADABLE}; null where the row is accepted. */
    Column first() {
        List<Column> reasons = new ArrayList<>();
        reasons.add(col(UNREADABLE));
        for (Field c : input.table().columns()) {
            if (c.required()) {
                reasons.add(when(col(c.name()).isNull(), lit("missing_" + c.name())));
            }
            if (input.timeColumn().equals(Optional.of(c.name()))) {
                reasons.add(when(
                        col(c.name()).lt(bounds.earliest()).or(col(c.name()).geq(bounds.latest())),
                        lit("out_of_bounds_" + c.name())));
            }
            if (c.sign() == Field.Sign.NOT_NEGATIVE) {
                reasons.add(when(col(c.name()).lt(0), lit("negative_" + c.name())));
            }
            if (!c.allowed().isEmpty()) {
                reasons.add(when(
                        col(c.name()).isin(c.allowed().toArray()).equalTo(false),
                        concat(lit("unknown_" + c.name() + ": "), col(c.name()))));
            }
        }
        reasons.add(nobody());
        return coalesce(reasons.toArray(Column[]::new));
    }

    private Column nobody() {
        Column named = lit(input.identities().isEmpty());
        for (List<String> group : input.identities()) {
            Column whole = lit(true);
            for (String name : group) {
                whole = whole.and(col(name).isNotNull());
            }
            named = named.or(whole);
        }
        String names = String.join(
                "_or_",
                input.identities().stream().map(g -> String.join("_and_", g)).toList());
        return when(named.equalTo(false), lit("missing_" + names));
    }
}
