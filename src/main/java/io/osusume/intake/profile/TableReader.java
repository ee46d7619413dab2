package io.osusume.intake.profile;

/** Reads the head of a table that carries its own schema. */
@FunctionalInterface
public interface TableReader {
    /**
     * The first rows of what lies at a path, as texts.
     *
     * @param format a Spark source, such as parquet
     * @param rows how many at most
     */
    TableSample read(String name, String path, String format, int rows);
}
