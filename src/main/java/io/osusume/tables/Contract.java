package io.osusume.tables;

/** What is promised to whoever reads the published tables. */
public final class Contract {
    /**
     * The major version. Adding a column is free. Removing, renaming or retyping a published one makes a new version: count
     * this up by one, and tell the change in CHANGELOG.md.
     */
    public static final int VERSION = 1;

    /** The key under which each published file carries the version among its Parquet metadata. */
    public static final String VERSION_KEY = "osusume.schema_version";

    private Contract() {}
}
