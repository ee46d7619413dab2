package io.osusume.effects;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.osusume.tables.Arm;
import io.osusume.tables.Episodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a person is told of episodes that make a comparison less than clean. */
public final class EpisodeNotes {
    private EpisodeNotes() {}

    /**
     * All of them.
     *
     * @param episodes {@link Episodes} up to tonight
     */
    public static List<String> of(Dataset<Row> episodes) {
        Column changed = col(Episodes.ARM).notEqual(col(Episodes.ARM_NOW));
        Column reached = col(Episodes.ARM)
                .equalTo(Arm.CONTROL.wire())
                .and(col(Episodes.DELIVERED_ON).isNotNull());
        Row counted = episodes.agg(count_if(changed), count_if(reached), coalesce(sum(lit(1L)), lit(0L)))
                .first();
        List<String> notes = new ArrayList<>();
        if (counted.getLong(0) > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "The arm of %,d of %,d episodes changed after their first night; effects compare by the first one. Shares,"
                            + " seeds and customers.arm are not to be changed while an experiment runs.",
                    counted.getLong(0),
                    counted.getLong(2)));
        }
        if (counted.getLong(1) > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "offer_events tells that %,d offers were delivered to customers of a control arm: they count as control,"
                            + " so the effects told are too small. Nothing of withheld_offers is to be sent.",
                    counted.getLong(1)));
        }
        return notes;
    }
}
