package io.osusume.intake.profile;

import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a file is no input: of the inputs that no file is, the one that it is named as and of which it lacks a single thing. */
record NearMiss(Input input, InputGuess guess, List<String> lacks) {
    /** In words, to be set behind the file; empty where it comes near to none. */
    static Optional<String> of(TableProfile table, Proposal proposal) {
        return Input.all().stream()
                .filter(input -> proposal.input(input).isEmpty())
                .flatMap(input -> of(table, input).stream())
                .max(Comparator.comparingInt(miss -> miss.guess().matches().size()))
                .map(NearMiss::told)
                .or(() -> further(table, proposal));
    }

    /** Of a file of lines beside the one that is read, as of a second shop or of tills. */
    private static Optional<String> further(TableProfile table, Proposal proposal) {
        boolean lines = FurtherLines.areLines(InputGuess.of(table, Orders.INPUT.name()));
        return lines && proposal.input(Orders.INPUT).isPresent()
                ? Optional.of(
                        ": it has lines of orders too, which are not read: they may be the same sales again, or none. Where they are others,"
                                + " inputs.orders.query can read both files (UNION ALL over sources)")
                : Optional.empty();
    }

    private static Optional<NearMiss> of(TableProfile table, Input input) {
        InputGuess guess = InputGuess.of(table, input.name());
        List<List<String>> lacking = Kinds.lacking(input.name(), guess.matches());
        return lacking.size() == 1 && !guess.matches().isEmpty() && Kinds.isNamed(table, input.name())
                ? Optional.of(new NearMiss(input, guess, lacking.get(0)))
                : Optional.empty();
    }

    private String told() {
        return ": for " + input.name() + " it lacks "
                + lacks.stream()
                        .map(target -> target.startsWith("!") ? target.substring(1) + " that names its rows" : target)
                        .collect(Collectors.joining(" or "));
    }
}
