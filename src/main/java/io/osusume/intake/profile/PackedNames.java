package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cell with the names of all that was bought, as a till writes it: {@code 2 x Latte, Muffin}. What each cost is not told: the order's
 * amount is shared by pieces.
 */
final class PackedNames {
    private static final List<String> SEPARATORS = List.of(", ", "; ", ";", " | ", "|", "\n", "、");
    /** A 4x4 tyre is one. */
    private static final Pattern PIECES_FIRST = Pattern.compile("(\\d{1,3}) ?[x×*] ?(\\p{L}.*)");

    private static final Pattern NAMED = Pattern.compile("items?|products?|description|details|basket|cart|商品|明細|注文内容");
    /** The share of rows that must have several. */
    private static final double SOME = 0.1;
    /** The share of names in such cells that stand in other rows as well. */
    private static final double KNOWN = 0.8;

    private static final double ALSO_CALLED = 0.5;

    private PackedNames() {}

    static Optional<TableSample> of(TableProfile table) {
        TableSample sample = table.sample();
        return table.columns().values().stream()
                .filter(column -> column.isText() && !column.isTime())
                .filter(column ->
                        NAMED.matcher(HeaderNames.plain(column.name())).find()
                                || PackedCells.score(Orders.PRODUCT_NAME, column.name()) > ALSO_CALLED)
                .flatMap(column -> SEPARATORS.stream()
                        .filter(separator -> isPacked(sample, column.name(), separator))
                        .limit(1)
                        .map(separator -> apart(sample, column.name(), separator)))
                .findFirst();
    }

    /**
     * Whether many cells have several names, which nearly all stand in other rows too, half of them alone in some, and are fewer than the
     * cells that they make: of {@code Chair, red} and {@code Chair, blue} neither colour is bought alone.
     */
    private static boolean isPacked(TableSample sample, String column, String separator) {
        int at = sample.columns().indexOf(column);
        Map<String, Integer> rows = new HashMap<>();
        Set<String> cells = new HashSet<>();
        List<List<String>> several = new ArrayList<>();
        for (String[] row : sample.rows()) {
            List<String> names = parts(row[at], separator).stream()
                    .map(PackedNames::name)
                    .distinct()
                    .toList();
            names.forEach(name -> rows.merge(name, 1, Integer::sum));
            if (names.size() > 1 && cells.add(String.join(separator, names))) {
                several.add(names);
            }
        }
        long all = several.stream().mapToLong(List::size).sum();
        long known = several.stream()
                .flatMap(List::stream)
                .filter(name -> rows.get(name) > 1)
                .count();
        Set<String> alone = sample.rows().stream()
                .map(row -> parts(row[at], separator))
                .filter(parts -> parts.size() == 1)
                .map(parts -> name(parts.get(0)))
                .collect(Collectors.toSet());
        return several.size() > SOME * sample.rows().size()
                && known >= KNOWN * all
                && 2 * alone.size() >= rows.size()
                && rows.size() < several.size();
    }

    private static List<String> parts(String cell, String separator) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(Pattern.quote(separator), -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    private static String name(String part) {
        Matcher pieces = PIECES_FIRST.matcher(part);
        return pieces.matches() ? pieces.group(2) : part;
    }

    private static int pieces(String part) {
        Matcher pieces = PIECES_FIRST.matcher(part);
        return pieces.matches() ? Integer.parseInt(pieces.group(1)) : 1;
    }

    /** Those of the order's columns that would count for each of its lines. */
    private static List<String> amounts(TableSample sample) {
        return sample.columns().stream()
                .filter(name -> Stream.of(Orders.QUANTITY, Orders.UNIT_PRICE, Helper.LINE_TOTAL, Helper.LINE_DISCOUNT)
                        .anyMatch(target -> PackedCells.score(target, name) > ALSO_CALLED))
                .toList();
    }

    private static TableSample apart(TableSample sample, String column, String separator) {
        List<String> amounts = amounts(sample);
        TableProfile table = TableProfile.of(sample);
        Optional<ColumnProfile> total = amounts.stream()
                .map(name -> table.columns().get(name))
                .filter(amount -> amount.number().isPresent())
                .filter(amount -> PackedCells.score(Helper.LINE_TOTAL, amount.name()) > ALSO_CALLED)
                .max(Comparator.comparingDouble(amount -> PackedCells.score(Helper.LINE_TOTAL, amount.name())));
        List<String> kept = sample.columns().stream()
                .filter(name -> !name.equals(column) && !amounts.contains(name))
                .toList();
        List<String> names = new ArrayList<>(kept);
        names.addAll(List.of("product", "quantity"));
        total.ifPresent(t -> names.add("unit_price"));
        int at = sample.columns().indexOf(column);
        List<String[]> rows = new ArrayList<>();
        for (String[] row : sample.rows()) {
            List<String> parts = parts(row[at], separator);
            int all = parts.stream().mapToInt(PackedNames::pieces).sum();
            for (String part : parts) {
                List<String> line = new ArrayList<>();
                kept.forEach(name -> line.add(row[sample.columns().indexOf(name)]));
                line.add(name(part));
                line.add(String.valueOf(pieces(part)));
                total.ifPresent(t -> line.add(price(row[sample.columns().indexOf(t.name())], t, all)));
                rows.add(line.toArray(String[]::new));
            }
        }
        String told = column + " has the names of all that was bought: each is a line of its own"
                + total.map(t -> ", and what it cost its part of " + t.name() + ", by pieces")
                        .orElse("") + ".";
        return sample.made(new TableSample.Made(query(sample, column, separator, amounts, total), told), names, rows);
    }

    private static String price(String amount, ColumnProfile total, int pieces) {
        double price = amount == null ? Double.NaN : LineAmounts.number(amount, total) / pieces;
        return Double.isNaN(price) ? null : String.format(java.util.Locale.ROOT, "%.4f", price);
    }

    private static String query(
            TableSample sample, String column, String separator, List<String> amounts, Optional<ColumnProfile> total) {
        String pieces = "coalesce(CAST(nullif(regexp_extract(%s, " + Sql.text("^(\\d{1,3}) ?[x×*] ?\\p{L}")
                + ", 1), '') AS INT), 1)";
        List<String> left = new ArrayList<>(amounts);
        left.addAll(List.of(column, "packed", "packed_all"));
        String split = "filter(split(" + Sql.name(column) + ", "
                + Sql.text("\\s*" + PackedCells.pattern(separator.strip().isEmpty() ? separator : separator.strip())
                        + (separator.endsWith(" ") ? "\\s+" : "\\s*"))
                + "), one -> trim(one) <> '')";
        return "SELECT * EXCEPT ("
                + String.join(", ", left.stream().map(Sql::name).toList()) + "), "
                + "trim(regexp_replace(packed, " + Sql.text("^\\d{1,3} ?[x×*] ?(?=\\p{L})") + ", '')) AS product, "
                + String.format(pieces, "packed") + " AS quantity"
                + total.map(t -> ", " + Sql.amount(new Ref(t, Sql.name(t.name()))) + " / packed_all AS unit_price")
                        .orElse("")
                + "\nFROM (SELECT *, explode(" + split + ") AS packed, aggregate(" + split + ", 0, (sum, one) -> sum + "
                + String.format(pieces, "trim(one)") + ") AS packed_all FROM " + Sql.name(sample.name()) + ")";
    }
}
