package io.osusume.tables;

import java.util.List;
import java.util.stream.Stream;

/** What is promised to whoever reads the published tables: which there are, with which columns. */
public final class Contract {
    /**
     * The major version. Adding a column is free. Removing, renaming or retyping a published one makes a new version: count
     * this up by one, and tell the change in CHANGELOG.md.
     */
    public static final int VERSION = 1;

    /** The key under which each published file carries the version among its Parquet metadata. */
    public static final String VERSION_KEY = "osusume.schema_version";

    /** All published tables, those that most read first. A new table is named here and by the stage that publishes it. */
    public static final List<Table> PUBLISHED = List.of(
            Offers.TABLE,
            WithheldOffers.TABLE,
            SuppressedOffers.TABLE,
            LwpSegments.TABLE,
            CustomerHoldings.TABLE,
            RankedProducts.TABLE,
            Ltv.TABLE,
            LtvValidation.TABLE,
            Rules.TABLE,
            Bundles.TABLE,
            AccountScores.TABLE,
            RankerFacts.TABLE,
            RankerTrees.TABLE,
            Backtests.TABLE,
            Rejects.TABLE);

    private Contract() {}

    /** Whether a table is published, else it is an input. */
    public static boolean isPublished(Table table) {
        return PUBLISHED.contains(table);
    }

    /** The inputs, then the published tables. */
    public static List<Table> all() {
        return Stream.concat(Input.all().stream().map(Input::table), PUBLISHED.stream())
                .toList();
    }
}
