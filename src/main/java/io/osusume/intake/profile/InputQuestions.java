package io.osusume.intake.profile;

import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What only a person can say of an input other than the orders. */
record InputQuestions(Guesses guesses, Input input, InputGuess guess) {
    private static final Set<String> AMOUNTS = Set.of(Subscriptions.PRICE, Products.LIST_PRICE);

    /**
     * Each ends in the line that answers it.
     *
     * @param columns as they are proposed
     * @param productId the SQL of a product's id
     */
    List<String> of(List<ProposedColumn> columns, String productId) {
        List<String> asked = new ArrayList<>();
        steps(productId).ifPresent(asked::add);
        Optional<String> currency = columns.stream()
                .filter(c -> c.target().equals(Orders.CURRENCY))
                .map(ProposedColumn::sql)
                .findFirst();
        columns.stream()
                .filter(c -> AMOUNTS.contains(c.target()))
                .flatMap(c -> MinorUnits.question(input, c, guess, currency).stream())
                .forEach(asked::add);
        if (input.equals(Products.INPUT)) {
            new Rebought(guesses, guess)
                    .question(columns.stream()
                            .filter(c -> c.target().equals(Products.CATEGORY))
                            .findFirst())
                    .ifPresent(asked::add);
        }
        return asked;
    }

    private Optional<String> steps(String productId) {
        Optional<PlanList> plans = guesses.of(Subscriptions.INPUT).map(PlanList::new);
        if (input.equals(Products.INPUT) && !guess.has(Products.TIER)) {
            return plans.flatMap(p -> p.steps(guess, productId));
        }
        return input.equals(Subscriptions.INPUT) && guesses.of(Products.INPUT).isEmpty()
                ? plans.flatMap(PlanList::question)
                : Optional.empty();
    }
}
