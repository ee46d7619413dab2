package io.osusume.io;

import java.util.Map;
import org.apache.spark.sql.Observation;

/** Figures that were observed while rows were written. */
public final class Observed {
    private Observed() {}

    /** The figures by name, once the write that they were observed in is done. */
    public static Map<String, Object> figures(Observation observation) {
        try {
            return observation.getAsJava();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + observation.name(), e);
        }
    }
}
