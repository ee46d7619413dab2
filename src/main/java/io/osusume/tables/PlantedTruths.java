package io.osusume.tables;

import java.util.List;

/** Generated beside the inputs of the sample: {@code truths}, what was planted in them. Rows may repeat. */
public final class PlantedTruths {
    public static final String KIND = "kind";
    public static final String SUBJECT = "subject";
    public static final String PRODUCT_ID = "product_id";
    public static final String OTHER = "other";
    public static final String FIGURE = "figure";

    public static final Table TABLE = Table.of(
            "truths",
            "one planted truth",
            List.of(),
            Field.text(KIND, "What kind of truth: association, ladder, surge, rhythm, …"),
            Field.text(SUBJECT, "Of whom or what: a customer, an account, a product, a parameter")
                    .orNull("the whole world"),
            Field.text(PRODUCT_ID, "The product that it is about").orNull("about none"),
            Field.text(OTHER, "What else names it").orNull("nothing"),
            Field.text(FIGURE, "Its figure, with four decimals"));

    private PlantedTruths() {}
}
