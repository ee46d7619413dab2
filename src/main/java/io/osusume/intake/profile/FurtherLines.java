package io.osusume.intake.profile;

import io.osusume.tables.Field;
import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Further files of order lines, as of tills beside a shop: other sales of the same products, whose rows are lines as well. A file that
 * may tell the same sales again, as invoices do beside orders, is not read.
 */
record FurtherLines(Guesses guesses, KeyChoice keys) {
    private static final List<String> LINE =
            List.of(Orders.ORDER_ID, Orders.PRODUCT_ID, Orders.ORDERED_AT, Orders.QUANTITY, Orders.UNIT_PRICE);
    /** Of its products, how many the first must know. */
    private static final double KNOWN = 0.3;

    /**
     * A file that is read as well.
     *
     * @param settled what a reader should know of its ids
     * @param named whether its orders need a name before their numbers, which the first has too
     */
    private record Further(ProposedInput lines, List<String> settled, boolean named) {}

    /** The first with the lines of all such files. */
    ProposedInput with(ProposedInput first) {
        Optional<InputGuess> lines = guesses.of(Orders.INPUT);
        if (lines.isEmpty() || guesses.linesWhere().isPresent() || !isRead(first)) {
            return first;
        }
        List<Further> further = guesses.tables().stream()
                .filter(table -> !first.from().contains(table) && isFree(table))
                .flatMap(table -> of(table, lines.get()).stream())
                .toList();
        return further.isEmpty() ? first : together(first, further);
    }

    /** A file of orders to which no lines lead has its lines itself. */
    private boolean isFree(TableProfile table) {
        return !ReturnFiles.isNamed(table)
                && guesses.chosen().values().stream()
                        .filter(chosen -> !chosen.input().equals(Helper.HEADS))
                        .noneMatch(chosen -> chosen.table().equals(table));
    }

    private Optional<Further> of(TableProfile table, InputGuess first) {
        InputGuess named = InputGuess.of(table, Orders.INPUT.name());
        if (!named.fits() || !isLine(named)) {
            return Optional.empty();
        }
        List<String> remarks = new ArrayList<>();
        InputGuess lines = keys.settled(named, Orders.INPUT, remarks);
        SoldTwice twice = new SoldTwice(guesses, keys, first, lines);
        if (!isLine(lines) || twice.known() < KNOWN || twice.isLikely()) {
            return Optional.empty();
        }
        ProposedInput proposed = new OrdersProposer(alone(lines), lines, Optional.of(keys)).propose();
        return isRead(proposed) ? Optional.of(new Further(proposed, remarks, twice.sharesOrders())) : Optional.empty();
    }

    private static boolean isLine(InputGuess lines) {
        return LINE.stream().allMatch(lines::has) || (lines.has(Helper.LINE_TOTAL) && hasAllButPrice(lines));
    }

    private static boolean hasAllButPrice(InputGuess lines) {
        return LINE.stream().filter(target -> !target.equals(Orders.UNIT_PRICE)).allMatch(lines::has);
    }

    private static boolean isRead(ProposedInput lines) {
        return LINE.stream().allMatch(target -> lines.column(target).isPresent());
    }

    /** As if its lines were the only ones, and nothing came back of them but by themselves. */
    private Guesses alone(InputGuess lines) {
        Map<String, InputGuess> chosen = new HashMap<>(guesses.chosen());
        chosen.values().removeIf(other -> other.table().equals(lines.table()));
        chosen.put(Orders.INPUT.name(), lines);
        return new Guesses(
                guesses.tables().stream()
                        .filter(table -> !ReturnFiles.isNamed(table))
                        .toList(),
                chosen,
                Optional.empty());
    }

    private static ProposedInput together(ProposedInput first, List<Further> further) {
        List<ProposedInput> all = Stream.concat(
                        Stream.of(first), further.stream().map(Further::lines))
                .toList();
        List<String> targets = Orders.INPUT.table().columns().stream()
                .map(Field::name)
                .filter(target ->
                        all.stream().anyMatch(lines -> lines.column(target).isPresent()))
                .filter(target -> !target.equals(Orders.LINE_ID)
                        || all.stream().allMatch(lines -> lines.column(target).isPresent()))
                .toList();
        List<String> remarks = new ArrayList<>(first.remarks());
        Stream<String> more = further.stream().flatMap(one -> {
            String name = base(one.lines()).name();
            return Stream.concat(
                    Stream.of(name + " has other sales than " + base(first).name()
                            + ", by their days and products: its rows are order lines as well. If they are the same, leave them"
                            + " out below."),
                    Stream.concat(one.settled().stream(), one.lines().remarks().stream())
                            .map(remark -> "Of " + name + ": " + remark));
        });
        more.forEach(remarks::add);
        List<String> questions = new ArrayList<>();
        all.stream().flatMap(lines -> lines.questions().stream()).forEach(question -> asked(question)
                .ifPresentOrElse(remarks::add, () -> questions.add(question)));
        String query = Stream.concat(
                        Stream.of(rows(first, targets, "")),
                        further.stream()
                                .map(one -> rows(
                                        one.lines(),
                                        targets,
                                        one.named() ? base(one.lines()).name() : "")))
                .collect(Collectors.joining("\nUNION ALL "));
        return new ProposedInput(
                Orders.INPUT,
                all.stream().flatMap(lines -> lines.from().stream()).distinct().toList(),
                Optional.of(query),
                targets.stream().map(target -> column(target, all)).toList(),
                remarks,
                questions);
    }

    private static TableProfile base(ProposedInput lines) {
        return lines.from().get(0);
    }

    /** As sure as the least sure of all, with what is to be known of any. */
    private static ProposedColumn column(String target, List<ProposedInput> all) {
        List<ProposedColumn> those =
                all.stream().flatMap(lines -> lines.column(target).stream()).toList();
        String notes = those.stream()
                .map(ProposedColumn::note)
                .filter(note -> !note.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        double sure = those.stream().mapToDouble(ProposedColumn::sure).min().orElseThrow();
        return new ProposedColumn(target, Sql.name(target), sure, those.get(0).examples(), notes);
    }

    /** The rows of one by the names of the columns that they make. */
    private static String rows(ProposedInput lines, List<String> targets, String before) {
        return targets.stream()
                        .map(target -> lines.column(target)
                                        .map(c -> value(c, base(lines), before))
                                        .orElse("NULL")
                                + " AS " + Sql.name(target))
                        .collect(Collectors.joining(", ", "SELECT ", "\nFROM "))
                + lines.query()
                        .map(query -> "(" + query + ")")
                        .orElse(base(lines).sample().from());
    }

    private static String value(ProposedColumn column, TableProfile base, String before) {
        if (column.target().equals(Orders.ORDER_ID) && !before.isEmpty()) {
            return "concat_ws('/', " + Sql.text(before) + ", " + column.sql() + ")";
        }
        boolean written = column.target().equals(Orders.ORDERED_AT)
                && base.sample().format().equals("csv")
                && !column.sql().contains("parse_time(");
        return written ? "parse_time(" + column.sql() + ")" : column.sql();
    }

    /** A question whose line reads a column of one file, which the query hides: what to write there. */
    private static Optional<String> asked(String question) {
        String of = "inputs." + Orders.INPUT.name() + ".";
        int at = question.lastIndexOf('\n') + 1;
        return question.startsWith(of, at)
                ? Optional.of(question.substring(0, at) + "(in the query above, of its file) "
                        + question.substring(at + of.length()).replaceFirst("^columns\\.", ""))
                : Optional.empty();
    }
}
