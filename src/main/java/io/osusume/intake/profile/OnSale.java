package io.osusume.intake.profile;

import io.osusume.tables.Products;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Products that are sold no longer, as a column of their state says. */
record OnSale(InputGuess products, View view) {
    private static final Pattern STATE = Pattern.compile(
            "((product|item|article|material|artikel|sales|sale) )?(status|state|lifecycle( status)?|availability)"
                    + "|.*(販売|取扱).*(状態|状況|区分|ステータス)|ステータス");

    private static final Pattern OVER = Pattern.compile(
            "(?i).*(discontinu|blocked|gesperrt|auslauf|ausgelaufen|inactive|inaktiv|archiv|retired|obsolete|end of life|deleted"
                    + "|withdrawn|delisted|not for sale|販売終了|廃番|取扱終了|販売停止).*|eol");
    /** States are few. */
    private static final int MOST = 12;

    /** Whether a product may be offered; empty where no state says that some may not. */
    Optional<ProposedColumn> column() {
        return products.table().columns().values().stream()
                .filter(c -> STATE.matcher(HeaderNames.plain(c.name())).matches() && c.distinct() <= MOST)
                .filter(c -> !over(c).isEmpty() && over(c).size() < c.distinct())
                .findFirst()
                .map(c -> ProposedColumn.of(
                                Products.OFFERABLE,
                                "coalesce(" + view.own(c).sql() + ", '') NOT IN ("
                                        + over(c).stream().map(Sql::text).collect(Collectors.joining(", ")) + ")",
                                0.8,
                                c)
                        .noting("what is sold no longer is not offered"));
    }

    private static List<String> over(ColumnProfile state) {
        return state.counts().keySet().stream()
                .filter(word -> OVER.matcher(word).matches())
                .sorted()
                .toList();
    }
}
