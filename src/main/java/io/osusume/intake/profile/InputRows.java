package io.osusume.intake.profile;

import io.osusume.tables.Behavior;
import io.osusume.tables.Contacts;
import io.osusume.tables.Input;
import io.osusume.tables.Products;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows an input is made of: those of its file, or what a query makes of them.
 *
 * @param remarks what a reader should know of them
 */
record InputRows(
        InputGuess guess, View view, Optional<Variants> variants, Optional<MailLog> mails, List<String> remarks) {

    static InputRows of(Guesses guesses, Input input, InputGuess guess, References references) {
        List<String> remarks = new ArrayList<>();
        if (input.equals(Products.INPUT)) {
            return ofProducts(guesses, guess, references);
        }
        if (input.equals(Behavior.INPUT)) {
            EventWords events = new EventWords(guess);
            View view = new View(guess.table(), events.where(remarks));
            view.withEmpty();
            return new InputRows(events.looks(), view, Optional.empty(), Optional.empty(), remarks);
        }
        Optional<MailLog> mails = input.equals(Contacts.INPUT) ? MailLog.of(guess.table()) : Optional.empty();
        View view = mails.map(log -> log.view(remarks)).orElseGet(() -> new View(guess.table()));
        return new InputRows(guess, view, Optional.empty(), mails, remarks);
    }

    private static InputRows ofProducts(Guesses guesses, InputGuess guess, References references) {
        Optional<Variants> variants = Variants.of(guess, references);
        Optional<FurtherProducts> further =
                variants.isPresent() ? Optional.empty() : FurtherProducts.of(guesses, guess, references);
        InputGuess products = variants.map(Variants::products)
                .or(() -> further.map(FurtherProducts::products))
                .orElse(guess);
        View view = variants.map(v -> View.of(products.table(), v.rows()))
                .or(() -> further.map(FurtherProducts::view))
                .orElseGet(() -> new View(guess.table()));
        List<String> remarks = further.map(FurtherProducts::remark).stream().toList();
        return new InputRows(products, view, variants, Optional.empty(), remarks);
    }
}
