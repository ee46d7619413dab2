package io.osusume.intake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.Billing;
import io.osusume.tables.Field;
import io.osusume.tables.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** Why a row of one input is rejected, once its values are read. */
final class RejectReasons {
    private final Input input;
    private final DayBounds bounds;

    RejectReasons(Input input, DayBounds bounds) {
        this.input = input;
        this.bounds = bounds;
    }

    /**
     * The first that holds, of a row of typed values; null where the row is accepted.
     *
     * @param unreadable why the row cannot be read, before its values are looked at
     */
    Column first(Column unreadable) {
        List<Column> reasons = new ArrayList<>();
        reasons.add(unreadable);
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
                        col(c.name())
                                .isin(c.allowed().toArray())
                                .or(lit(c.months()).and(col(c.name()).rlike("^(" + Billing.OTHER + ")$")))
                                .equalTo(false),
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
