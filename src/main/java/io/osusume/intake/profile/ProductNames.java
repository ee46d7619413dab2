package io.osusume.intake.profile;

import io.osusume.tables.Products;
import java.util.Optional;

/**
 * What products are called.
 *
 * @param id the SQL of a product's id
 */
record ProductNames(InputGuess guess, View view, Optional<Variants> variants, String id) {

    /** By a column of names: with what tells variants apart, and with the id where it is empty. */
    ProposedColumn read(InputGuess.Match match, Ref ref) {
        ProposedColumn name = ProposedColumn.of(Products.NAME, ref.sql(), match.score(), ref.column());
        if (variants.isPresent()) {
            return variants.get().name(name, view);
        }
        return ref.column().filledShare() == 1
                ? name
                : name.reading("coalesce(" + ref.sql() + ", " + view.text(id) + ")")
                        .noting("where it is empty, the id stands for it");
    }

    /** By the kind and the id, where no column has a name. */
    ProposedColumn made() {
        String sql = guess.column(Products.CATEGORY)
                .map(c -> "concat_ws(' ', " + view.own(c).sql() + ", " + id + ")")
                .orElse(id);
        return ProposedColumn.constant(Products.NAME, sql, "no column has a name");
    }
}
