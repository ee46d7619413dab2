package io.osusume.tables;

import java.util.List;
import java.util.stream.Stream;

/** What is promised to whoever reads the published tables: which there are, with which columns. */
public final class Contract {
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

    /** The inputs, then the published tables. */
    public static List<Table> all() {
        return Stream.concat(Input.all().stream().map(Input::table), PUBLISHED.stream())
                .toList();
    }
}
