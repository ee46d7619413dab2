package io.osusume.ranking;

import io.osusume.tables.Rounding;
import java.io.Serializable;

/** What the ranker has learned: trees, and how their margin becomes a probability. */
public record RankerModel(TreeEnsemble trees, Calibration calibration) implements Serializable {

    double margin(float[] features) {
        return trees.margin(features);
    }

    /** Rounded as published. */
    public double probability(float[] features) {
        return Rounding.significant(calibration.probability(margin(features)));
    }
}
