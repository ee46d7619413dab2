package io.osusume.intake.profile;

import io.osusume.tables.Products;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Products that are not to be offered: sold no longer, as a column of their state says, or no goods at all, such as fees and
 * postage.
 */
record OnSale(InputGuess products, View view) {
    private static final Pattern STATE = Pattern.compile(
            "((product|item|article|material|artikel|sales|sale) )?(status|state|lifecycle( status)?|availability)"
                    + "|.*(販売|取扱|公開|掲載).*(状態|状況|区分|ステータス)( 名称| 名)?|ステータス");

    private static final Pattern OVER = Pattern.compile(
            "(?i)(?!un|(not|nicht) (?!for sale)).*(discontinu|blocked|gesperrt|auslauf|ausgelaufen|inactive|inaktiv|archiv|retired|obsolete|end of life|deleted"
                    + "|withdrawn|delisted|unlisted|draft|not for sale|販売終了|非公開|非掲載|廃止|廃番|取扱終了|販売停止).*|eol");
    private static final Pattern NO_GOODS = Pattern.compile(
            "(?i)(.* )?(fees?|surcharges?|(trip|service|handling|call[- ]out|delivery|freight|fuel) charges?|labou?r( charges?)?|deposits?|postage|gift ?cards?|gift vouchers?)|shipping( (costs?|charges?))?"
                    + "|delivery( charges?)?|versand(kosten)?|porto|pfand|.*gebühr(en)?|(carrier|shopping) bags?|送料|.*手数料|ギフト券|商品券|レジ袋|買い物袋|部門売り.*"
                    + "|(cartes?|chèques?|bons?) cadeaux?( .*)?|frais (de port|de livraison)|emballage cadeau|consignes?|(geschenk|geschenks)(karte|gutschein)n?( .*)?"
                    + "|tarjetas? (de )?regalo( .*)?|gastos de envío|(carta|buono|buoni) regalo( .*)?|spese di spedizione|cadeau(bon|kaart)( .*)?|verzendkosten");
    /** Words of that kind are few. */
    private static final int MOST = 12;

    /** Whether a product may be offered; empty where nothing says that some may not. */
    Optional<ProposedColumn> column() {
        return products.table().columns().values().stream()
                .filter(c -> STATE.matcher(HeaderNames.plain(c.name())).matches() && tells(c, OVER))
                .findFirst()
                .map(c -> ProposedColumn.of(
                                Products.OFFERABLE,
                                "coalesce(" + view.own(c).sql() + ", '') NOT IN (" + listed(c, OVER) + ")",
                                0.8,
                                c)
                        .noting("what is sold no longer is not offered"));
    }

    /** What is said to be sold, unless a state says that it is no longer. */
    ProposedColumn and(ProposedColumn said) {
        return column().filter(state -> !state.sql().contains(said.sql()))
                .map(state -> said.reading(
                                (said.sql().startsWith("parse_") ? said.sql() : "CAST(" + said.sql() + " AS BOOLEAN)")
                                        + " AND " + state.sql())
                        .noting(state.note()))
                .orElse(said);
    }

    /**
     * The condition over products as they are read that holds of fees, postage and the like; empty where no kind and no name says
     * so.
     *
     * @param proposed how products would be read
     */
    static Optional<String> noGoods(ProposedInput proposed) {
        // An id that is a name tells as well as the name that is made of it.
        return Stream.of(
                        proposed.column(Products.CATEGORY),
                        proposed.column(Products.NAME)
                                .filter(name -> asItIs(proposed, name).isPresent())
                                .or(() -> proposed.column(Products.PRODUCT_ID)))
                .flatMap(Optional::stream)
                .flatMap(column -> asItIs(proposed, column)
                        .filter(c -> tells(c, NO_GOODS))
                        .map(c -> column.target() + " IN (" + listed(c, NO_GOODS) + ")")
                        .stream())
                .reduce((a, b) -> a + " OR " + b);
    }

    /** The column of the file that is read without a change. */
    private static Optional<ColumnProfile> asItIs(ProposedInput proposed, ProposedColumn column) {
        return proposed.from().stream()
                .flatMap(table -> table.columns().values().stream())
                .filter(c -> Sql.name(c.name()).equals(column.sql()))
                .findFirst();
    }

    /** How many are there; what is owed is not. */
    static ProposedColumn stock(double sure, Ref ref) {
        ProposedColumn stock = ProposedColumn.of(
                Products.STOCK, Sql.read(Products.TABLE.column(Products.STOCK).orElseThrow(), ref), sure, ref.column());
        return ref.column().hasNegative()
                ? stock.reading("greatest(" + Sql.amount(ref) + ", 0)").noting("below 0 is owed, and none is there")
                : stock;
    }

    private static String listed(ColumnProfile column, Pattern words) {
        return said(column, words).stream().map(Sql::text).collect(Collectors.joining(", "));
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
