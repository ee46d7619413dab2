package io.osusume.pipeline;

import io.osusume.ltv.PlanRetention;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is under contract, and how it stays on.
 *
 * @param rows {@code contracts.ContractView}
 */
record Contracted(Dataset<Row> rows, PlanRetention retention) implements Part.Result {
    @Override
    public List<String> notes() {
        return retention.notes();
    }
}
