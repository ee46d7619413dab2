package io.osusume.pipeline;

import io.osusume.tables.Backtests;
import io.osusume.tables.Rejects;
import io.osusume.tables.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** All tables that are ever published. */
public final class PublishedTables {
    private PublishedTables() {}

    /** Those of the stages, the offers first, then those of the backtest and of reading. */
    public static List<Table> all() {
        List<Table> tables = new ArrayList<>(Arrays.stream(Goal.values())
                .flatMap(goal -> goal.tables().stream())
                .distinct()
                .toList());
        Collections.reverse(tables);
        tables.addAll(List.of(Backtests.TABLE, Rejects.TABLE));
        return tables;
    }
}
