package io.osusume.intake.profile;

import io.osusume.tables.Input;
import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which files would be which inputs, and how.
 *
 * @param unused tables that are no input
 * @param strange files that are no tables
 */
public record Proposal(List<ProposedInput> inputs, List<TableProfile> unused, List<Path> strange) {

    /** What fits the tables. */
    public static Proposal of(Tables tables) {
        Guesses guesses = Guesses.of(
                DecimalMarks.settled(DayOrders.settled(Languages.settled(PackedCells.settled(tables.all())))));
        List<ProposedInput> inputs = new ArrayList<>();
        Optional<InputGuess> lines = guesses.of(Orders.INPUT);
        lines.ifPresent(l -> inputs.add(new OrdersProposer(guesses, l).propose()));
        References references = references(guesses, inputs);
        KeyChoice keys = new KeyChoice(guesses, references);
        for (Input input : Input.all()) {
            if (!input.equals(Orders.INPUT)) {
                List<String> remarks = new ArrayList<>();
                guesses.of(input)
                        .map(g -> keys.settled(g, input, remarks))
                        .map(g -> new InputProposer(guesses, input, g, references, keys).propose())
                        .map(proposed ->
                                remarks.stream().reduce(proposed, ProposedInput::remarking, (one, other) -> other))
                        .ifPresent(inputs::add);
            }
        }
        MoreCustomers more = new MoreCustomers(guesses, inputs);
        more.propose(references).ifPresent(inputs::add);
        new MoreProducts(guesses, inputs).propose().ifPresent(inputs::add);
        inputs.replaceAll(SameNames::shut);
        inputs.replaceAll(i -> i.input().equals(Products.INPUT) ? new ListPrices(guesses).checked(i) : i);
        List<ProposedInput> alike = SameIds.alike(List.copyOf(inputs), references);
        inputs.clear();
        inputs.addAll(alike);
        inputs.replaceAll(i -> i.input().equals(Orders.INPUT) ? new FurtherLines(guesses, keys).with(i) : i);
        PlanList.elsewhere(guesses)
                .ifPresent(
                        said -> inputs.replaceAll(i -> i.input().equals(Subscriptions.INPUT) ? i.remarking(said) : i));
        return new Proposal(List.copyOf(inputs), unused(tables, inputs), tables.strange());
    }

    private static References references(Guesses guesses, List<ProposedInput> inputs) {
        Map<String, ColumnProfile> columns = new HashMap<>();
        for (String key : References.KEYS) {
            guesses.of(Subscriptions.INPUT).flatMap(g -> g.column(key)).ifPresent(c -> columns.put(key, c));
            inputs.forEach(i -> i.column(key)
                    .flatMap(c -> i.from().stream()
                            .flatMap(t -> t.columns().values().stream())
                            .filter(p -> !p.isEmpty() && p.commonest(3).equals(c.examples()))
                            .findFirst())
                    .ifPresent(p -> columns.put(key, p)));
        }
        return new References(columns);
    }

    private static List<TableProfile> unused(Tables tables, List<ProposedInput> inputs) {
        Set<TableProfile> used = new LinkedHashSet<>();
        inputs.forEach(i -> used.addAll(i.from()));
        return tables.all().stream().filter(t -> !used.contains(t)).toList();
    }

    /** With another way to read one of the inputs. */
    public Proposal with(ProposedInput other) {
        return new Proposal(
                inputs.stream()
                        .map(i -> i.input().equals(other.input()) ? other : i)
                        .toList(),
                unused,
                strange);
    }

    /** Why a file is no input, in words to be set behind it; nothing where that is not known. */
    public String why(TableProfile unused) {
        return NearMiss.of(unused, this).orElse("");
    }

    public Optional<ProposedInput> input(Input input) {
        return inputs.stream().filter(i -> i.input().equals(input)).findFirst();
    }
}
