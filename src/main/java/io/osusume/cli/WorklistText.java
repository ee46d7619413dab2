package io.osusume.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.RunConfig.Language;
import io.osusume.sheets.Order;
import io.osusume.sheets.Words;
import io.osusume.tables.AccountBriefs;
import io.osusume.tables.Task;
import io.osusume.tables.Word;
import io.osusume.tables.Worklist;
import io.osusume.text.Wrapping;
import io.osusume.text.Writing;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Prints a worklist for a person, within 100 columns. */
final class WorklistText {
    private static final int COLUMNS = 100;
    private static final int INDENT = 5;
    private static final int NAME = 22;
    private static final int FIGURE = 11;
    private static final int MOST_ACCOUNTS = 10;

    private final Words words;
    private final Writing writing;
    private final PrintWriter out;

    WorklistText(Language language, PrintWriter out) {
        this.words = new Words(language);
        this.writing = new Writing(language);
        this.out = out;
    }

    /** How much there is for whom. */
    void overview(Dataset<Row> tasks, LocalDate night) {
        List<String> kinds = Word.wires(Task.class);
        Column[] counts = kinds.stream()
                .map(kind -> count_if(col(Worklist.TASK).equalTo(kind)).as(kind))
                .toArray(Column[]::new);
        List<Row> owners = tasks.groupBy(Worklist.IS_POOL, Worklist.OWNER)
                .agg(count(lit(1)).as("all"), counts)
                .orderBy(Worklist.IS_POOL, Worklist.OWNER)
                .collectAsList();
        line(words.say("overview", writing.date(night)), 0);
        List<String> titles = new ArrayList<>(List.of(words.of("all")));
        kinds.forEach(kind -> titles.add(words.of("short." + kind)));
        out.println(Wrapping.padded(words.of("owner"), NAME) + right(titles, FIGURE));
        for (Row row : owners) {
            String name = row.getString(1) + (row.getBoolean(0) ? " *" : "");
            List<String> figures = new ArrayList<>();
            for (int c = 2; c < row.length(); c++) {
                figures.add(row.getLong(c) == 0 ? "-" : String.format(Locale.ROOT, "%,d", row.getLong(c)));
            }
            out.println(Wrapping.padded(name, NAME) + right(figures, FIGURE));
        }
        if (owners.stream().anyMatch(r -> r.getBoolean(0))) {
            line(words.of("overview.pool"), 0);
        }
        out.flush();
    }

    private static String right(List<String> cells, int width) {
        return cells.stream()
                .map(cell -> Wrapping.fit(cell, width - 1))
                .map(cell -> " ".repeat(width - Wrapping.width(cell)) + cell)
                .collect(Collectors.joining());
    }

    /** What one owner is to do, and the owner's accounts. */
    void print(String owner, LocalDate night, Dataset<Row> tasks, Dataset<Row> briefs, int top) {
        List<Row> counts =
                tasks.groupBy(Worklist.TASK, Worklist.IS_POOL).count().collectAsList();
        long all = counts.stream().mapToLong(r -> r.getLong(2)).sum();
        if (all == 0) {
            line(words.say("nothing", owner, writing.date(night)), 0);
        } else {
            String kinds = Word.wires(Task.class).stream()
                    .flatMap(kind -> counts.stream().filter(r -> r.getString(0).equals(kind)))
                    .map(r -> words.of("task." + r.getString(0)) + " " + r.getLong(2))
                    .collect(Collectors.joining(", "));
            line(
                    words.say(
                            counts.get(0).getBoolean(1) ? "title.pool" : "title",
                            owner,
                            writing.date(night),
                            all,
                            kinds),
                    0);
            Dataset<Row> sorted = tasks.orderBy(Order.ofTasks());
            List<Row> shown = (top > 0 ? sorted.limit(top) : sorted).collectAsList();
            for (int i = 0; i < shown.size(); i++) {
                task(i + 1, shown.get(i));
            }
            if (shown.size() < all) {
                line(words.say("more", all - shown.size()), 0);
            }
        }
        accounts(briefs);
        out.flush();
    }

    private void task(int number, Row row) {
        String name = row.getAs(Worklist.NAME);
        String id = row.getAs(Worklist.TARGET_ID);
        String who = name == null ? id : Writing.name(name, NAME) + " (" + id + ")";
        String what = words.of("task." + row.getAs(Worklist.TASK));
        BigDecimal value = row.getAs(Worklist.VALUE);
        String worth = value == null ? "" : writing.money(value, row.getAs(Worklist.CURRENCY));
        String head = String.format(Locale.ROOT, "%3d. ", number)
                + Wrapping.padded(what, 15)
                + row.getAs(Worklist.PRIORITY)
                + "  "
                + Wrapping.padded(words.say("due.by", row.getAs(Worklist.DUE).toString()), 15);
        out.println();
        out.println(head + Wrapping.padded(who, COLUMNS - Wrapping.width(head) - 30) + " "
                + Wrapping.padded(row.getAs(Worklist.CHANNEL), 11) + right(List.of(worth), 18));
        line(words.say("why", row.<String>getAs(Worklist.EVIDENCE_TEXT)), INDENT);
        line(words.say("say", row.<String>getAs(Worklist.REASON_TEXT)), INDENT);
    }

    private void accounts(Dataset<Row> briefs) {
        List<Row> shown =
                briefs.orderBy(Order.ofAccounts()).limit(MOST_ACCOUNTS).collectAsList();
        if (!shown.isEmpty()) {
            out.println();
            out.println(words.of("accounts.title"));
        }
        for (Row row : shown) {
            String name = row.getAs(AccountBriefs.NAME);
            String id = row.getAs(AccountBriefs.ACCOUNT_ID);
            BigDecimal value = row.getAs(AccountBriefs.VALUE);
            String worth = value == null ? "" : writing.money(value, row.getAs(AccountBriefs.CURRENCY));
            out.println(
                    "  " + Wrapping.padded(name == null ? id : name + " (" + id + ")", 60) + right(List.of(worth), 30));
            line(words.say("account.line", about(row)), INDENT);
        }
    }

    private static Map<String, Object> about(Row row) {
        Map<String, Object> figures = new HashMap<>();
        Object renews = row.getAs(AccountBriefs.NEXT_RENEWAL_AT);
        int departments = row.fieldIndex(AccountBriefs.DEPARTMENTS);
        figures.put("contracts", row.getAs(AccountBriefs.CONTRACTS));
        figures.put("renews", renews == null ? "no" : renews.toString());
        figures.put("people", known(row, AccountBriefs.PEOPLE));
        figures.put(
                "departments", row.isNullAt(departments) ? "no" : String.join(", ", row.<String>getList(departments)));
        figures.put("issues", known(row, AccountBriefs.OPEN_ISSUES));
        figures.put("offers", known(row, AccountBriefs.OFFERS));
        return figures;
    }

    private static long known(Row row, String column) {
        Long count = row.getAs(column);
        return count == null ? 0 : count;
    }

    private void line(String text, int indent) {
        Wrapping.lines(text, COLUMNS - indent).forEach(l -> out.println(" ".repeat(indent) + l));
    }
}
