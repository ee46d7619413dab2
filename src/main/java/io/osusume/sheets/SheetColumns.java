package io.osusume.sheets;

import io.osusume.config.RunConfig.Language;
import io.osusume.tables.AccountBriefs;
import io.osusume.tables.Worklist;
import java.sql.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Which columns of a table a sheet shows, how wide and under which titles, and what its cells say, in one language. */
final class SheetColumns {
    private static final int TEXT = 70;
    private static final Map<String, Integer> TASKS = widths(
            Worklist.PRIORITY, 8,
            Worklist.TASK, 14,
            Worklist.NAME, 24,
            Worklist.TARGET_ID, 16,
            Worklist.ACCOUNT_ID, 14,
            Worklist.DUE, 12,
            Worklist.EVIDENCE_TEXT, TEXT,
            Worklist.REASON_TEXT, TEXT,
            Worklist.CHANNEL, 12,
            Worklist.VALUE, 14,
            Worklist.CURRENCY, 9,
            Worklist.VALUE_IS, 24,
            Worklist.MORE_OFFERS, 12,
            Worklist.LWP_SEGMENT, 12,
            Worklist.OFFER_ROW_ID, 20);
    private static final Map<String, Integer> ACCOUNTS = widths(
            AccountBriefs.PRIORITY, 8,
            AccountBriefs.NAME, 24,
            AccountBriefs.ACCOUNT_ID, 14,
            AccountBriefs.VALUE, 14,
            AccountBriefs.REVENUE, 14,
            AccountBriefs.CURRENCY, 9,
            AccountBriefs.CUSTOMERS, 9,
            AccountBriefs.CONTRACTS, 10,
            AccountBriefs.PLANS, 30,
            AccountBriefs.CONTRACT_PER_YEAR, 14,
            AccountBriefs.NEXT_RENEWAL_AT, 13,
            AccountBriefs.NEXT_RENEWAL_PLAN, 24,
            AccountBriefs.LEAVING, 24,
            AccountBriefs.PEOPLE, 12,
            AccountBriefs.DEPARTMENTS, 30,
            AccountBriefs.SENIORS, 9,
            AccountBriefs.IS_SURGING, 8,
            AccountBriefs.INTERESTS, 30,
            AccountBriefs.OPEN_ISSUES, 13,
            AccountBriefs.SEVERE_ISSUES, 14,
            AccountBriefs.AT_RISK, 9,
            AccountBriefs.DAYS_SINCE_CONTACT, 16,
            AccountBriefs.OFFERS, 9,
            AccountBriefs.OFFERED, 30,
            AccountBriefs.EXPECTED_VALUE, 14,
            AccountBriefs.OWNERS, 20);

    private final Words words;
    private final Map<String, Integer> widths;

    private SheetColumns(Language language, Map<String, Integer> widths) {
        this.words = new Words(language);
        this.widths = widths;
    }

    static SheetColumns ofTasks(Language language) {
        return new SheetColumns(language, TASKS);
    }

    static SheetColumns ofAccounts(Language language) {
        return new SheetColumns(language, ACCOUNTS);
    }

    private static Map<String, Integer> widths(Object... namesAndWidths) {
        Map<String, Integer> widths = new LinkedHashMap<>();
        for (int i = 0; i < namesAndWidths.length; i += 2) {
            widths.put((String) namesAndWidths[i], (Integer) namesAndWidths[i + 1]);
        }
        return widths;
    }

    List<String> titles() {
        return widths.keySet().stream().map(words::of).toList();
    }

    List<Integer> widths() {
        return List.copyOf(widths.values());
    }

    /** The cells of a row, in the order of the titles. */
    List<Object> cells(Row row) {
        return widths.keySet().stream().map(name -> cell(name, row.getAs(name))).toList();
    }

    private Object cell(String name, Object value) {
        if (value instanceof Date day) {
            return day.toLocalDate();
        }
        if (value instanceof Boolean flag) {
            return words.of(flag ? "yes" : "no");
        }
        if (value instanceof scala.collection.Seq<?> texts) {
            return String.join(
                    "; ",
                    CollectionConverters.asJava(texts).stream()
                            .map(String::valueOf)
                            .toList());
        }
        return switch (name) {
            case Worklist.TASK -> words.of("task." + value);
            case Worklist.VALUE_IS -> value == null ? null : words.of("value." + value);
            default -> value;
        };
    }
}
