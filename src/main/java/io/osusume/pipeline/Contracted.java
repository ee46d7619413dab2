package io.osusume.pipeline;

import io.osusume.config.LtvConfig;
import io.osusume.contracts.ContractView;
import io.osusume.features.Facts;
import io.osusume.io.Stages;
import io.osusume.ltv.PlanRetention;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is under contract, and how it stays on.
 *
 * @param rows {@link ContractView}
 * @param read what a person should know of how they were read
 */
record Contracted(Dataset<Row> rows, PlanRetention retention, List<String> read) implements Part.Result {
    static Contracted of(Stages stages, LtvConfig config, Facts facts, LocalDate asOf) {
        ContractView view = new ContractView(config, asOf);
        Dataset<Row> products = facts.of(Products.INPUT);
        Dataset<Row> written = stages.keep(
                "contracts as written", () -> view.written(facts.lines(), facts.of(Subscriptions.INPUT), products));
        Dataset<Row> rows = stages.keep(CustomerContracts.TABLE.name(), () -> view.of(written, facts.lines()));
        return new Contracted(rows, PlanRetention.fit(config, rows, products, asOf), view.notes());
    }

    @Override
    public List<String> notes() {
        return Stream.concat(read.stream(), retention.notes().stream()).toList();
    }
}
