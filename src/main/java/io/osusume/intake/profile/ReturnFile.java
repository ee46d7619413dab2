package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A file of what came back, beside that of the order lines. It names the lines that came back, or is of lines like them. */
record ReturnFile(InputGuess file, InputGuess lines) {
    private static final Pattern NAMED = Pattern.compile(
            "(?!.* (and|with|und|mit|et|avec) )(.*[^a-z])?((return|refund|credit (note|memo)|cr memo|retour|retoure|rückgabe|rücksendung"
                    + "|gutschrift|avoir|remboursement|devolucion|devolucao|reso|rimborso|rma)(s|es|n|en)?|returned item|resi|rimborsi)([^a-z].*)?"
                    + "|.*(返品|返金|赤伝).*");
    /** The least share of the orders, or products, that came back and are known to the lines. */
    private static final double KNOWN = 0.5;
    /** Rows of the lines that a key tells apart. */
    private static final double APART = 0.9999;

    /** States of what was only asked for, or refused. */
    private static final String NOT_BACK = "reject|denied|declin|refus|cancel|void|draft|request|pending|却下|申請|拒否";

    private static final List<String> NEEDED =
            List.of(Orders.ORDER_ID, Orders.CUSTOMER_ID, Orders.PRODUCT_ID, Orders.ORDERED_AT);

    /**
     * Adds what came back by the first file that can be read so, as lines whose pieces are below 0.
     *
     * @param remarks takes up which files are read, and which are not
     */
    static void add(Guesses guesses, InputGuess lines, View view, List<String> remarks) {
        List<TableProfile> taken =
                guesses.chosen().values().stream().map(InputGuess::table).toList();
        boolean read = view.isPlain() && lines.has(Orders.QUANTITY) && !isTold(guesses, lines);
        for (TableProfile table : guesses.tables()) {
            if (isNamed(table) && !taken.contains(table)) {
                ReturnFile file = new ReturnFile(InputGuess.of(table, Orders.INPUT.name()), lines);
                boolean added = read && file.add(view);
                read &= !added;
                remarks.add(name(table)
                        + (added
                                ? " is read as what came back: pieces below 0."
                                : " may be of what came back: nothing is taken back by it. Its rows would be order lines of"
                                        + " a quantity below 0."));
            }
        }
    }

    /** Whether the lines, or their orders' own rows, say already which of them came back. */
    private static boolean isTold(Guesses guesses, InputGuess lines) {
        return Stream.concat(Stream.of(lines), guesses.heads().stream())
                .anyMatch(guess -> guess.has(Helper.IS_RETURNED)
                        || guess.has(Helper.RETURNED)
                        || guess.column(Orders.STATUS).stream()
                                .flatMap(status -> status.counts().keySet().stream())
                                .anyMatch(CreditNotes::takesBack));
    }

    /** Whether a table is named as one of what came back. */
    static boolean isNamed(TableProfile table) {
        String stem = name(table).replaceFirst("(\\.\\w+)+$", "");
        return NAMED.matcher(HeaderNames.plain(stem)).matches();
    }

    private static String name(TableProfile table) {
        String path = table.sample().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private boolean add(View view) {
        Map<ColumnProfile, ColumnProfile> keys = keys();
        boolean read =
                file.table().sample().format().equals(lines.table().sample().format())
                        && (!keys.isEmpty() || isAlike());
        if (read) {
            view.also(file.table(), keys, keys.isEmpty() ? alike() : ofLines(), accepted());
        }
        return read;
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
        List<String> targets = List.of(Orders.ORDER_ID, Orders.PRODUCT_ID);
        Map<ColumnProfile, ColumnProfile> keys = new LinkedHashMap<>();
        if (targets.stream().allMatch(this::isKnown) && tellsApart(targets)) {
            targets.forEach(t -> keys.put(own(t), column(t).orElseThrow()));
        }
        return keys;
    }

    private boolean tellsApart(List<String> targets) {
        return lines.table()
                        .uniqueShare(targets.stream().map(t -> own(t).name()).toList())
                > APART;
    }

    private boolean isKnown(String target) {
        return lines.column(target)
                .flatMap(own -> column(target).map(other -> KeyMatches.of(other, lines.table(), own)))
                .filter(match -> match.share() >= KNOWN && isSame(match))
                .isPresent();
    }

    private static boolean isSame(KeyMatches.KeyMatch match) {
        return match.way().startsWith("as");
    }

    private ColumnProfile own(String target) {
        return lines.column(target).orElseThrow();
    }

    /** The file's column for it: that of the lines' own name before another. */
    private Optional<ColumnProfile> column(String target) {
        return lines.column(target)
                .flatMap(own -> file.table().column(own.name()))
                .or(() -> file.column(target));
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
                        .filter(c -> isPlainTime(c))
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
        return new Ref(column, View.qualified(lines.table(), column));
    }

    private Ref ofFile(ColumnProfile column) {
        return new Ref(column, View.qualified(file.table(), column));
    }
}
