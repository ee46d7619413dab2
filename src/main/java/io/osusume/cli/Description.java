package io.osusume.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.osusume.errors.NearestName;
import io.osusume.errors.UserException;
import io.osusume.tables.Contract;
import io.osusume.tables.Field;
import io.osusume.tables.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What tables hold, in lines to read. */
final class Description {
    private final List<Table> inputs;
    private final List<Table> published;

    Description(List<Table> inputs, List<Table> published) {
        this.inputs = List.copyOf(inputs);
        this.published = List.copyOf(published);
    }

    /** What one row of each table is. */
    List<String> tables() {
        List<String> lines = new ArrayList<>();
        lines.add("Inputs, which a company brings (inputs.<name> of the configuration)");
        grains(lines, inputs);
        lines.add("");
        lines.add("Published, in <warehouse>/<table>/run_date=YYYY-MM-DD/ (version " + Contract.VERSION
                + " of the contract)");
        grains(lines, published);
        lines.add("");
        lines.add("scripts/osusume describe TABLE tells the columns of one; docs/tables.md those of all.");
        return lines;
    }

    private static void grains(List<String> lines, List<Table> tables) {
        tables.forEach(t -> lines.add(String.format(Locale.ROOT, "  %-18s %s", t.name(), t.grain())));
    }

    /**
     * The columns of a table, or one of them.
     *
     * @param name a table, or a table and a column with a dot between
     * @throws UserException where there is none of that name, with what it is called now, or the nearest one
     */
    List<String> of(String name) {
        int dot = name.indexOf('.');
        Table table = table(dot < 0 ? name : name.substring(0, dot));
        List<Field> columns = dot < 0 ? table.columns() : List.of(column(table, name.substring(dot + 1)));
        List<String> lines = new ArrayList<>();
        lines.add(table.name() + (published.contains(table) ? ", published: " : ", an input: ") + table.grain());
        if (dot < 0) {
            lines.add(table.key().isEmpty() ? "Rows may repeat." : "Key: " + String.join(", ", table.key()));
        }
        lines.add("");
        int width = columns.stream().mapToInt(c -> c.name().length()).max().orElse(0);
        columns.forEach(c -> lines.add(String.format(
                Locale.ROOT,
                "  %-" + width + "s  %-13s  %s",
                c.name(),
                c.type().simpleString(),
                c.about().comment() + values(c))));
        return lines;
    }

    /**
     * The same for tools: an array with one object a table.
     *
     * @param name as of {@link #of}; null: all tables
     */
    String json(String name) {
        ArrayNode tables = JsonNodeFactory.instance.arrayNode();
        int dot = name == null ? -1 : name.indexOf('.');
        if (name == null) {
            Stream.concat(inputs.stream(), published.stream()).forEach(t -> add(tables, t, t.columns()));
        } else if (dot < 0) {
            add(tables, table(name), table(name).columns());
        } else {
            Table table = table(name.substring(0, dot));
            add(tables, table, List.of(column(table, name.substring(dot + 1))));
        }
        return tables.toPrettyString();
    }

    private void add(ArrayNode tables, Table table, List<Field> columns) {
        ObjectNode one = tables.addObject()
                .put("table", table.name())
                .put("kind", published.contains(table) ? "published" : "input")
                .put("grain", table.grain());
        table.key().forEach(one.withArray("key")::add);
        ArrayNode described = one.putArray("columns");
        for (Field column : columns) {
            ObjectNode c = described
                    .addObject()
                    .put("column", column.name())
                    .put("type", column.type().simpleString())
                    .put("about", column.about().text())
                    .put("required", column.required());
            if (!column.about().unit().isEmpty()) {
                c.put("unit", column.about().unit());
            }
            if (!column.about().ifNull().isEmpty()) {
                c.put("null_means", column.about().ifNull());
            }
            if (!column.allowed().isEmpty()) {
                column.allowed().forEach(c.putArray("one_of")::add);
            }
        }
    }

    private static String values(Field column) {
        return column.allowed().isEmpty()
                ? ""
                : "; one of " + String.join(", ", column.allowed())
                        + (column.months() ? ", or a number of months, or of weeks such as 3 weeks" : "");
    }

    private Table table(String name) {
        List<Table> tables = Stream.concat(inputs.stream(), published.stream()).toList();
        List<String> names = tables.stream().map(Table::name).toList();
        return tables.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> UserException.configuration(
                        "There is no table \"" + name + "\"; " + NearestName.hint(name, names)));
    }

    private static Field column(Table table, String name) {
        return table.column(name)
                .orElseThrow(() -> UserException.configuration(
                        "The table " + table.name() + " has no column \"" + name + "\"; " + hint(table, name)));
    }

    private static String hint(Table table, String column) {
        return table.renamed(column)
                .map(now -> "it is called " + now.name() + " now: scripts/osusume describe " + table.name() + "."
                        + now.name())
                .orElseGet(() -> NearestName.hint(column, table.columnNames()));
    }
}
