package io.osusume.intake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.osusume.tables.Customers;
import io.osusume.tables.Input;
import io.osusume.tables.Rejects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of one key that say different things: in which columns. They are rejects; {@link RowsOfOneKey} says which one stays. */
final class KeyConflicts {
    private static final String AGAIN = "again_";

    private final StagedInputs staged;

    KeyConflicts(StagedInputs staged) {
        this.staged = staged;
    }

    /** A sentence for each input that has any. */
    List<String> notes() {
        Optional<Dataset<Row>> suspects = staged.counts().entrySet().stream()
                .filter(e ->
                        e.getValue().rejected() > 0 && !e.getKey().table().key().isEmpty())
                .map(e -> disagreeing(e.getKey()).select(lit(e.getKey().name()).as(Rejects.INPUT)))
                .reduce(Dataset::union);
        if (suspects.isEmpty()) {
            return List.of();
        }
        Map<String, Long> rows = suspects.get().groupBy(Rejects.INPUT).agg(count(lit(1))).collectAsList().stream()
                .collect(Collectors.toMap(r -> r.getString(0), r -> r.getLong(1)));
        return staged.counts().keySet().stream()
                .filter(input -> rows.containsKey(input.name()))
                .map(input -> note(input, rows.get(input.name())))
                .toList();
    }

    private String note(Input input, long rows) {
        String key = String.join(", ", input.table().key());
        String which = input.equals(Customers.INPUT)
                ? "One that gives no consent counts before one that does"
                : "Which of them counts does not depend on their order, but may be the wrong one";
        String newest = input.versionColumn()
                .map(v -> ". If a column says from when on a row holds, map inputs." + input.name() + ".columns." + v
                        + " to it: then the newest as of the day counts")
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%,d rows of %s repeat the %s of another row and differ from it in %s; they are rejects (%s). %s%s.",
                rows,
                input.name(),
                key,
                columns(input),
                RowsOfOneKey.DISAGREES,
                which,
                newest);
    }

    private String columns(Input input) {
        List<String> keys = input.table().key();
        List<String> others = input.table().columnNames().stream()
                .filter(c -> !keys.contains(c) && staged.mapped().get(input).contains(c))
                .toList();
        Dataset<Row> stays = staged.accepted(input);
        Dataset<Row> renamed = disagreeing(input)
                .select(input.table().columnNames().stream()
                        .map(c -> col(c).as(AGAIN + c))
                        .toArray(Column[]::new));
        Column same = keys.stream()
                .map(k -> col(AGAIN + k).equalTo(col(k)))
                .reduce(Column::and)
                .orElseThrow();
        List<Column> differing = new ArrayList<>();
        others.forEach(c -> differing.add(count_if(not(col(AGAIN + c).eqNullSafe(col(c))))));
        if (differing.isEmpty()) {
            return "nothing";
        }
        Row counts = renamed.join(stays, same)
                .agg(differing.get(0), differing.subList(1, differing.size()).toArray(Column[]::new))
                .first();
        return IntStream.range(0, others.size())
                .filter(i -> counts.getLong(i) > 0)
                .mapToObj(i -> String.format(Locale.ROOT, "%s (%,d)", others.get(i), counts.getLong(i)))
                .collect(Collectors.joining(", "));
    }

    private Dataset<Row> disagreeing(Input input) {
        return staged.taken().get(input).rows().where(col(Staging.REASON).equalTo(RowsOfOneKey.DISAGREES));
    }
}
