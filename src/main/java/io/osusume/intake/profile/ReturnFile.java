package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of what came back, beside that of the order lines. It names the lines that came back, or is of lines like them. */
record ReturnFile(InputGuess file, InputGuess lines) {
    /** The least share of the orders, or products, that came back and are known to the lines. */
    private static final double KNOWN = 0.5;
    /** Rows of the lines that a key tells apart. */
    private static final double APART = 0.9999;

    /** States of what was only asked for, or refused. */
    private static final String NOT_BACK = "reject|denied|declin|refus|cancel|void|draft|request|pending|却下|申請|拒否";

    private static final List<String> KEYS = List.of(Orders.ORDER_ID, Orders.PRODUCT_ID);
    private static final List<String> NEEDED =
            List.of(Orders.ORDER_ID, Orders.CUSTOMER_ID, Orders.PRODUCT_ID, Orders.ORDERED_AT);

    /**
     * Adds what came back to the lines, where the file tells of which: whether it does.
     *
     * @param but which of its rows the lines tell already; they must be named by it, then
     */
    boolean add(View view, Optional<String> but) {
        Map<ColumnProfile, ColumnProfile> keys = keys();
        boolean read =
                file.table().sample().format().equals(lines.table().sample().format())
                        && (!keys.isEmpty() || (but.isEmpty() && isAlike()));
        if (read) {
            view.also(
                    file.table(),
                    keys,
                    keys.isEmpty() ? alike() : ofLines(),
                    Stream.of(accepted(), but).flatMap(Optional::stream).reduce((a, b) -> a + " AND " + b));
        }
        return read;
    }

    /** What must be said of rows that name no line; empty where each does. */
    String unnamed() {
        double named = keys().values().stream()
                .mapToDouble(ColumnProfile::filledShare)
                .min()
                .orElse(1);
        return named == 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        " %.0f %% of its rows name no line, and take nothing back: a whole order that came back is told by its"
                                + " status alone.",
                        100 * (1 - named));
    }

    /** Of those that were only asked for, or refused, nothing came back; empty where no state says so. */
    private Optional<String> accepted() {
        return file.column(Orders.STATUS)
                .filter(status ->
                        status.counts().keySet().stream().anyMatch(word -> word.matches("(?i).*(" + NOT_BACK + ").*")))
                .map(status -> "NOT coalesce(" + ofFile(status).sql() + ", '') RLIKE '(?i)" + NOT_BACK + "'");
    }

    /** The columns of the lines that name one, each with that of the file; empty where the file names none. */
    private Map<ColumnProfile, ColumnProfile> keys() {
        Optional<Map<ColumnProfile, ColumnProfile>> line = file.column(Orders.LINE_ID)
                .flatMap(id -> KeyMatches.keyOf(id, lines.table(), KNOWN)
                        .filter(ReturnFile::isSame)
                        .map(match -> Map.of(match.key(), id)));
        return line.orElseGet(this::ordersAndProducts);
    }

    private Map<ColumnProfile, ColumnProfile> ordersAndProducts() {
        List<String> targets = KEYS;
        Map<ColumnProfile, ColumnProfile> keys = new LinkedHashMap<>();
        if (targets.stream().allMatch(this::isKnown) && tellsApart(targets)) {
            targets.forEach(t -> keys.put(own(t), column(t).orElseThrow()));
        }
        return keys;
    }

    private boolean tellsApart(List<String> targets) {
        return lines.table()
                        .uniqueShareOfFilled(
                                targets.stream().map(t -> own(t).name()).toList())
                > APART;
    }

    private boolean isKnown(String target) {
        return lines.column(target)
                .flatMap(own -> column(target).map(other -> KeyMatches.of(other, lines.table(), own)))
                .filter(ReturnFile::isSame)
                .isPresent();
    }

    private static boolean isSame(KeyMatches.KeyMatch match) {
        return match.share() >= KNOWN && match.way().startsWith("as");
    }

    private ColumnProfile own(String target) {
        return lines.column(target).orElseThrow();
    }

    /** The file's column for it: that of the lines' own name before another; of a key, one that holds the lines' ids. */
    private Optional<ColumnProfile> column(String target) {
        Optional<ColumnProfile> named = lines.column(target)
                .flatMap(own -> file.table().column(own.name()))
                .or(() -> file.column(target));
        return KEYS.contains(target) && named.filter(c -> holds(c, target)).isEmpty()
                ? file.table().columns().values().stream()
                        .filter(c -> c.distinct() > 2 && holds(c, target))
                        .findFirst()
                        .or(() -> named)
                : named;
    }

    private boolean holds(ColumnProfile column, String target) {
        return lines.column(target)
                .filter(own -> isSame(KeyMatches.of(column, lines.table(), own)))
                .isPresent();
    }

    private Optional<ColumnProfile> pieces() {
        return column(Orders.QUANTITY).or(() -> file.column(Helper.RETURNED));
    }

    /** Each column as the line has it, but for its own id, the pieces, and the day on which they came back. */
    private Map<String, String> ofLines() {
        Map<String, String> made = new LinkedHashMap<>();
        lines.table().columns().values().forEach(c -> made.put(c.name(), View.qualified(lines.table(), c)));
        lines.column(Orders.LINE_ID).ifPresent(id -> made.put(id.name(), "NULL"));
        made.put(
                own(Orders.QUANTITY).name(),
                below(pieces().map(this::ofFile).orElseGet(() -> ofLine(own(Orders.QUANTITY)))));
        lines.column(Orders.ORDERED_AT)
                .filter(ReturnFile::isPlainTime)
                .ifPresent(at -> file.table().columns().values().stream()
                        .filter(ReturnFile::isPlainTime)
                        .findFirst()
                        .ifPresent(c -> made.put(
                                at.name(),
                                "greatest(" + ofFile(c).sql() + ", "
                                        + ofLine(at).sql() + ")")));
        return made;
    }

    private static boolean isPlainTime(ColumnProfile column) {
        return column.isTime() && column.times().stream().allMatch(t -> t.order() == TimeShape.Order.ISO);
    }

    /** Whether the file has what a line needs. */
    private boolean isAlike() {
        return pieces().isPresent()
                && NEEDED.stream()
                        .allMatch(target -> lines.has(target) && column(target).isPresent());
    }

    private Map<String, String> alike() {
        Map<String, String> made = new LinkedHashMap<>();
        lines.table().columns().keySet().forEach(name -> made.put(name, "NULL"));
        lines.matches()
                .keySet()
                .forEach(target -> made.put(
                        own(target).name(),
                        column(target)
                                .map(c -> ofFile(c).sql())
                                .orElse(target.equals(Orders.UNIT_PRICE) ? "0" : "NULL")));
        made.put(own(Orders.QUANTITY).name(), below(ofFile(pieces().orElseThrow())));
        return made;
    }

    /** Pieces of the file below 0, written as those of the lines are. */
    private String below(Ref pieces) {
        String below = "-abs(" + Sql.amount(pieces) + ")";
        String text = lines.table().sample().format().equals("csv") ? "CAST(" + below + " AS STRING)" : below;
        boolean comma = own(Orders.QUANTITY).number().equals(Optional.of(NumberShape.COMMA));
        return comma ? "replace(" + text + ", '.', ',')" : text;
    }

    private Ref ofLine(ColumnProfile column) {
        return ref(lines, column);
    }

    private Ref ofFile(ColumnProfile column) {
        return ref(file, column);
    }

    private static Ref ref(InputGuess of, ColumnProfile column) {
        return new Ref(column, View.qualified(of.table(), column));
    }
}
