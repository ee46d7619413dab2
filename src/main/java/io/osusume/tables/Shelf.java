package io.osusume.tables;

import java.util.List;

/** Published {@code shelf}: one product or set and offer type, how much of tonight's offers it is. */
public final class Shelf {
    public static final String OFFER_TYPE = "offer_type";
    public static final String SUBJECT_ID = "subject_id";
    public static final String NAME = "name";
    public static final String OFFERS = "offers";
    public static final String SHARE = "share";
    public static final String RANK_OF_SHARE = "rank_of_share";
    public static final String COVERAGE = "coverage";
    public static final String EXPECTED_VALUE = "expected_value";
    public static final String OFFERABLE = "offerable";
    public static final String CURRENCY = "currency";

    public static final Table TABLE = Table.of(
            "shelf",
            "one product or set and offer type, as far as it is offered",
            List.of(OFFER_TYPE, SUBJECT_ID),
            Field.text(OFFER_TYPE, "One of those of offers, but not nurture, which sells nothing"),
            Field.text(SUBJECT_ID, "The product; of a bundle its id"),
            Field.text(NAME, "Its name").orNull("not known"),
            Field.count(OFFERS, "Tonight's offers of it").in("offers"),
            Field.estimate(SHARE, "Its share of tonight's offers of the type, above 0 to 1"),
            Field.whole(RANK_OF_SHARE, "From 1 in its type, the most offered first; then by subject_id"),
            Field.estimate(COVERAGE, "Share of those who get an offer of the type that are offered it"),
            Field.estimate(EXPECTED_VALUE, "Σ expected_value of these offers").in("money"),
            Field.count(
                            OFFERABLE,
                            "Products, of bundles sets, that might have been offered; the same in all rows of a type")
                    .in("products"),
            Field.text(CURRENCY, "Of expected_value"));

    private Shelf() {}
}
