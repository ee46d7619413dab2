package io.osusume.intake.profile;

import io.osusume.tables.Products;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Products that are not to be offered: sold no longer, as a column of their state says, or no goods at all, such as fees and postage. */
record OnSale(InputGuess products, View view) {
    private static final Pattern STATE = Pattern.compile(
            "((product|item|article|material|artikel|sales|sale) )?(status|state|lifecycle( status)?|availability)"
                    + "|.*(販売|取扱).*(状態|状況|区分|ステータス)|ステータス");

    private static final Pattern OVER = Pattern.compile(
            "(?i)(?!un|(not|nicht) (?!for sale)).*(discontinu|blocked|gesperrt|auslauf|ausgelaufen|inactive|inaktiv|archiv|retired|obsolete|end of life|deleted"
                    + "|withdrawn|delisted|not for sale|販売終了|廃番|取扱終了|販売停止).*|eol");
    private static final Pattern NO_GOODS = Pattern.compile(
            "(?i)(.* )?(fees?|surcharges?|deposits?|postage|gift ?cards?|gift vouchers?)|shipping( (costs?|charges?))?"
                    + "|delivery( charges?)?|versand(kosten)?|porto|pfand|.*gebühr(en)?|送料|.*手数料|ギフト券|商品券");
    /** Words of that kind are few. */
    private static final int MOST = 12;

    /** Whether a product may be offered; empty where nothing says that some may not. */
    Optional<ProposedColumn> column() {
        List<Optional<ColumnProfile>> telling = List.of(
                products.table().columns().values().stream()
                        .filter(c -> STATE.matcher(HeaderNames.plain(c.name())).matches() && tells(c, OVER))
                        .findFirst(),
                products.column(Products.CATEGORY).filter(c -> tells(c, NO_GOODS)),
                products.column(Products.NAME).filter(c -> tells(c, NO_GOODS)));
        String sql = telling.stream()
                .flatMap(Optional::stream)
                .map(c -> "coalesce(" + view.own(c).sql() + ", '') NOT IN ("
                        + said(c, telling.get(0).filter(c::equals).isPresent() ? OVER : NO_GOODS).stream()
                                .map(Sql::text)
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining(" AND "));
        return telling.stream().flatMap(Optional::stream).findFirst().map(c -> ProposedColumn.of(
                        Products.OFFERABLE, sql, 0.8, c)
                .noting("what is sold no longer, and fees and the like, are not offered"));
    }

    private static boolean tells(ColumnProfile column, Pattern words) {
        int those = said(column, words).size();
        return those > 0 && those <= MOST && those < column.distinct();
    }

    private static List<String> said(ColumnProfile column, Pattern words) {
        return column.counts().keySet().stream()
                .filter(word -> words.matcher(word.strip()).matches())
                .sorted()
                .toList();
    }
}
