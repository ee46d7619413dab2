package io.osusume.sheets;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.tables.AccountBriefs;
import io.osusume.tables.Task;
import io.osusume.tables.Word;
import io.osusume.tables.Worklist;
import org.apache.spark.sql.Column;

/** In which order sheets show things. */
public final class Order {
    private Order() {}

    /** Help first; then the priority, the day by which it is due, the value, and the task; the key ends it. */
    public static Column[] ofTasks() {
        Column task = array_position(
                array(Word.wires(Task.class).stream().map(t -> lit(t)).toArray(Column[]::new)), col(Worklist.TASK));
        return new Column[] {
            col(Worklist.TASK).notEqual(Task.HELP.wire()),
            col(Worklist.PRIORITY),
            col(Worklist.DUE),
            col(Worklist.VALUE).desc_nulls_last(),
            task,
            col(Worklist.TARGET_TYPE),
            col(Worklist.TARGET_ID)
        };
    }

    /** The most value first. */
    public static Column[] ofAccounts() {
        return new Column[] {col(AccountBriefs.VALUE).desc_nulls_last(), col(AccountBriefs.ACCOUNT_ID)};
    }
}
