package io.osusume.intake.profile;

import io.osusume.intake.profile.FurtherLines.Further;
import io.osusume.tables.Field;
import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Order lines of several files as one input: a query in which each file's columns are read by its own expressions. */
final class LinesTogether {
    private LinesTogether() {}

    /** The first with the others, by the names of the columns that all make. */
    static ProposedInput of(ProposedInput first, List<Further> further) {
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
                                        one.lines(), targets, base(one.lines()).name())))
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

    /**
     * The rows of one by the names of the columns that they make.
     *
     * @param before what its orders' numbers are told apart by from those of the others; empty: by nothing
     */
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
