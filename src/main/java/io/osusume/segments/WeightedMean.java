package io.osusume.segments;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Σ w·x / Σ w over the ingredients that are known: what is null drops out, and the rest is reweighted. */
final class WeightedMean {
    private Column total = lit(0.0);
    private Column weights = lit(0.0);

    /** Adds an ingredient that may be null. */
    WeightedMean with(Column ingredient, double weight) {
        total = total.plus(coalesce(ingredient, lit(0.0)).multiply(weight));
        weights = weights.plus(when(ingredient.isNull(), lit(0.0)).otherwise(lit(weight)));
        return this;
    }

    /** The mean; null when nothing of any weight is known. */
    Column value() {
        return when(weights.gt(0), total.divide(weights));
    }
}
