package io.osusume.ranking;

import java.io.Serializable;

/** What the ranker has learned: trees, and how their margin becomes a probability. */
record RankerModel(Trees trees, Calibration calibration) implements Serializable {

    double margin(float[] features) {
        return trees.margin(features);
    }

    /** Rounded as published. */
    double probability(float[] features) {
        return Rounded.significant(calibration.probability(margin(features)));
    }
}
