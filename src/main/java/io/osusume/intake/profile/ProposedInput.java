package io.osusume.intake.profile;

import io.osusume.tables.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an input would be read.
 *
 * @param from the tables that it is made of, its own first
 * @param query what joins them; empty where one suffices
 * @param remarks what a reader should know
 * @param questions lines that a person may want to uncomment
 */
public record ProposedInput(
        Input input,
        List<TableProfile> from,
        Optional<String> query,
        List<ProposedColumn> columns,
        List<String> remarks,
        List<String> questions) {

    /** Without a column, which becomes a question, and is not read by its name either. */
    public ProposedInput without(String target, String why) {
        List<ProposedColumn> kept =
                columns.stream().filter(c -> !c.target().equals(target)).toList();
        List<String> asked = new ArrayList<>(questions);
        column(target)
                .ifPresent(c -> asked.add(target + " is left out: " + why + ". To have it all the same, mend it:\n"
                        + "inputs." + input.name() + ".columns." + target + " = " + Hocon.value(c.sql())));
        return SameNames.shut(new ProposedInput(input, from, query, kept, remarks, List.copyOf(asked)));
    }

    /** With something more that a reader should know. */
    ProposedInput remarking(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new ProposedInput(input, from, query, columns, List.copyOf(more), questions);
    }

    public Optional<ProposedColumn> column(String target) {
        return columns.stream().filter(c -> c.target().equals(target)).findFirst();
    }
}
