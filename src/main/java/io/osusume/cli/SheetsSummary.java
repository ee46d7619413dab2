package io.osusume.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import io.osusume.config.OsusumeConfig;
import io.osusume.sheets.Words;
import io.osusume.tables.Worklist;
import java.io.PrintWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How much there is to do, for how many, and what lies in the pool: one line of the morning. */
final class SheetsSummary {
    private final Lines out;
    private final OsusumeConfig config;

    SheetsSummary(PrintWriter out, OsusumeConfig config) {
        this.out = new Lines(out);
        this.config = config;
    }

    void print(Dataset<Row> worklist) {
        Row counts = worklist.agg(
                        count(lit(1)),
                        count_distinct(when(not(col(Worklist.IS_POOL)), col(Worklist.OWNER))),
                        count_if(col(Worklist.IS_POOL)))
                .first();
        out.say(new Words(config.run().language())
                .say(
                        counts.getLong(2) > 0 ? "summary.pool" : "summary",
                        counts.getLong(0),
                        counts.getLong(1),
                        counts.getLong(2),
                        config.worklist().pool()));
    }
}
