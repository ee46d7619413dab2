package io.osusume.pipeline;

import io.osusume.config.LtvConfig;
import io.osusume.features.Facts;
import io.osusume.io.Stages;
import io.osusume.ltv.LifetimeValue;
import io.osusume.ltv.ModelValidation;
import io.osusume.ltv.PlanRetention;
import io.osusume.ltv.Plausibility;
import io.osusume.tables.Ltv;
import io.osusume.tables.LtvModels;
import io.osusume.tables.LtvValidation;
import io.osusume.tables.Products;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The part of the night that says what customers are worth. */
final class ValueFlow {
    private final LtvConfig config;
    private final Facts facts;
    private final LocalDate asOf;

    ValueFlow(LtvConfig config, Facts facts, LocalDate asOf) {
        this.config = config;
        this.facts = facts;
        this.asOf = asOf;
    }

    /** The table {@code ltv}, and what a person should know of the fits. */
    record Valued(Dataset<Row> rows, List<String> notes) {}

    Valued values(PlanRetention contracts, Stages stages) {
        try (LifetimeValue model = new LifetimeValue(config)) {
            Dataset<Row> estimated = stages.table(
                    Ltv.TABLE, () -> model.estimate(facts.lines(), facts.of(Products.INPUT), contracts, asOf));
            stages.table(LtvModels.TABLE, () -> model.models(facts.lines().sparkSession()));
            List<String> notes = new ArrayList<>(model.notes());
            notes.addAll(new Plausibility(config, asOf).notes(facts.lines(), contracts.contracts(), estimated));
            return new Valued(estimated, notes);
        }
    }

    Dataset<Row> validation(Stages stages) {
        ModelValidation models = new ModelValidation(config);
        return stages.table(LtvValidation.TABLE, () -> models.compare(facts.lines(), facts.of(Products.INPUT), asOf));
    }
}
