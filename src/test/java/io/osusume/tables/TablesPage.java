package io.osusume.tables;

import io.osusume.pipeline.PublishedTables;
import java.util.List;
import java.util.stream.Collectors;

/** docs/tables.md: what the classes of {@code tables} say, as tables. */
final class TablesPage {
    private static final String HEAD = """
            # Tables

            The data dictionary, made from the classes of `tables`; `mvn test -Dtest=TablesPageTest -Dosusume.write=true` makes
            it anew. `scripts/osusume describe TABLE` prints the same, and the Parquet schemas of published tables carry it as
            comments of their columns (`DESCRIBE`, in Spark). Money is in the currency of the orders, times are UTC, estimates
            have nine significant digits. "Never" under null: a row without it is rejected, or nothing is published.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    String text() {
        page.append(
                        "\n## Inputs\n\nWhat a company brings. Columns that are never null are required; of the others, what is not")
                .append(" mapped is null in all rows.\n");
        Input.all().forEach(this::input);
        page.append("\n## Published\n\nIn `<warehouse>/<table>/run_date=YYYY-MM-DD/*.parquet`, version ")
                .append(Contract.VERSION)
                .append(" of the contract: adding a column is free; removing, renaming or retyping\none makes a new")
                .append(" version. Each file carries it as `")
                .append(Contract.VERSION_KEY)
                .append("` among its metadata, each run's manifest\nas `versions.schema`, and offers as a column.\n");
        PublishedTables.all().forEach(this::table);
        return page.toString();
    }

    private void input(Input input) {
        table(input.table());
        page.append("\nWithout it ").append(input.without()).append(".\n");
        input.timeColumn().ifPresent(time -> page.append("A row later than the as-of date (`")
                .append(time)
                .append("`) is not seen.\n"));
        if (!input.identities().isEmpty()) {
            page.append("Each row has ")
                    .append(input.identities().stream()
                            .map(group -> quoted(group, " with "))
                            .collect(Collectors.joining(", or ")))
                    .append(".\n");
        }
    }

    private void table(Table table) {
        page.append("\n### `")
                .append(table.name())
                .append("`\n\nOne row is ")
                .append(table.grain())
                .append(". ");
        page.append(table.key().isEmpty() ? "Rows may repeat." : "Key: " + quoted(table.key(), ", ") + ".");
        page.append("\n\n| Column | Type | Unit | Null | Meaning |\n| --- | --- | --- | --- | --- |\n");
        table.columns().forEach(this::row);
    }

    private void row(Field column) {
        page.append(List.of(
                        "`" + column.name() + "`",
                        column.type().simpleString(),
                        column.about().unit(),
                        column.required() ? "never" : escaped(column.about().ifNull()),
                        escaped(column.about().text()) + more(column))
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private static String more(Field column) {
        return (column.allowed().isEmpty()
                        ? ""
                        : ": " + quoted(column.allowed(), ", ")
                                + (column.months() ? ", a number of months, or of weeks such as `3 weeks`" : ""))
                + (column.sign() == Field.Sign.NOT_NEGATIVE ? "; not below 0" : "")
                + column.knownFrom()
                        .map(time -> "; known from " + (time.equals(column.name()) ? "then" : "`" + time + "`") + " on")
                        .orElse("")
                + (column.about().formerly().isEmpty()
                        ? ""
                        : "; formerly " + quoted(column.about().formerly(), ", "));
    }

    private static String quoted(List<String> names, String between) {
        return names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(between));
    }

    private static String escaped(String text) {
        return text.replaceAll("([*|<_])", "\\\\$1");
    }
}
