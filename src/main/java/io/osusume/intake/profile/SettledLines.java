package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import io.osusume.tables.Products;
import io.osusume.tables.Subscriptions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Order lines by what other files know: of several columns that may name a product the one whose ids the list of products has, or
 * else the contracts; and of amounts in two currencies those that are in the one that the orders name.
 */
record SettledLines(InputGuess lines, Map<String, InputGuess> chosen) {
    /** The share of a column's ids that is met by chance. */
    private static final double CHANCE = 0.05;

    private static final double KNOWN = 0.3;
    /** Fewer ids, and shorter numbers, are met by chance. */
    private static final int LEAST = 3;

    private static final int SHORT = 4;
    private static final double SURE = 0.9;
    /** What begins the names of amounts, and of the currency, that a company with several keeps its books in. */
    private static final String BASE = "base ";

    private static final List<String> AMOUNTS = List.of(Orders.UNIT_PRICE, Helper.LINE_TOTAL, Helper.LINE_DISCOUNT);

    InputGuess settled() {
        Map<String, InputGuess.Match> matches = new LinkedHashMap<>(lines.matches());
        product().ifPresent(other -> {
            matches.values().removeIf(match -> match.column().name().equals(other.name()));
            matches.put(Orders.PRODUCT_ID, new InputGuess.Match(other, SURE));
        });
        if (isInBase()) {
            AMOUNTS.forEach(target -> lines.match(target).ifPresent(match -> inBase(lines.table(), match.column())
                    .ifPresent(base -> matches.put(target, new InputGuess.Match(base, match.score())))));
        }
        return new InputGuess(lines.table(), lines.input(), matches, lines.score());
    }

    /** The column that names products where the one that is called so does not. */
    private Optional<ColumnProfile> product() {
        List<ColumnProfile> known = Stream.of(Products.INPUT, Subscriptions.INPUT)
                .flatMap(input -> Optional.ofNullable(chosen.get(input.name())).stream())
                .filter(guess -> !guess.table().equals(lines.table()))
                .flatMap(guess -> guess.column(Products.PRODUCT_ID).stream())
                .toList();
        Optional<ColumnProfile> own = lines.column(Orders.PRODUCT_ID);
        if (own.filter(column -> share(column, known) >= CHANCE).isPresent()) {
            return Optional.empty();
        }
        Set<String> taken = lines.matches().values().stream()
                .map(match -> match.column().name())
                .collect(Collectors.toSet());
        return lines.table().columns().values().stream()
                .filter(column -> !taken.contains(column.name()) && mayBeId(column))
                .filter(column -> shareOfEither(column, known) >= KNOWN)
                .max(Comparator.comparingDouble(column -> shareOfEither(column, known)));
    }

    private static boolean mayBeId(ColumnProfile column) {
        return !column.isTime()
                && column.distinct() >= LEAST
                && (column.number().isEmpty()
                        || column.counts().keySet().stream()
                                .allMatch(id -> id.strip().length() >= SHORT));
    }

    private static double share(ColumnProfile column, List<ColumnProfile> known) {
        return known.stream()
                .mapToDouble(key -> KeyMatches.of(column, null, key).share())
                .max()
                .orElse(0);
    }

    /** Of its ids those that are known, or of those that are known its own: a list may lack many that are sold. */
    private static double shareOfEither(ColumnProfile column, List<ColumnProfile> known) {
        return known.stream()
                .filter(ids -> ids.distinct() >= LEAST && !KeyMatches.isCount(ids))
                .mapToDouble(ids -> Math.max(
                        KeyMatches.of(column, null, ids).share(),
                        KeyMatches.of(ids, null, column).share()))
                .max()
                .orElse(0);
    }

    private boolean isInBase() {
        return lines.column(Orders.CURRENCY)
                .or(() -> Optional.ofNullable(chosen.get(Helper.HEADS)).flatMap(heads -> heads.column(Orders.CURRENCY)))
                .filter(currency -> HeaderNames.plain(currency.name()).startsWith(BASE))
                .isPresent();
    }

    /** The same amount in the currency of the books. */
    private static Optional<ColumnProfile> inBase(TableProfile table, ColumnProfile amount) {
        return table.columns().values().stream()
                .filter(column -> column.number().isPresent())
                .filter(column -> HeaderNames.plain(column.name()).equals(BASE + HeaderNames.plain(amount.name())))
                .findFirst();
    }

    /** Where another column is read than the one that is called the product's. */
    static Optional<String> remark(InputGuess lines) {
        Optional<ColumnProfile> named =
                InputGuess.of(lines.table(), lines.input()).column(Orders.PRODUCT_ID);
        return lines.column(Orders.PRODUCT_ID)
                .filter(column -> named.isPresent() && !column.equals(named.get()))
                .map(column -> column.name() + " holds the ids that are known of products; "
                        + named.get().name() + " holds others.");
    }
}
