package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines that are no goods, where a column tells what each is: postage, fees and what is taken off belong to the value of their
 * order, and nobody owns them.
 */
record LineKinds(InputGuess lines, View view) {
    private static final Pattern NAME = Pattern.compile(
            "(order )?(line|item|line item|row|position|entry|product) (type|kind|class|category)|(明細|行|商品|品目)(区分|種別|タイプ|種類)( (名称|名))?"
                    + "|positionstyp|positionsart|zeilenart|zeilentyp");
    private static final Pattern GOODS = Pattern.compile(
            "(?i)(line[ _-]?)?(items?|products?|goods|articles?|merchandise|artikel|waren?|simple|physical|sku)|商品|通常|通常商品|物販");
    private static final Pattern NO_GOODS = Pattern.compile(
            "(?i)(.*[ _-])?(fees?|surcharges?|postage|discounts?|vouchers?|coupons?|points?|tax(es)?|tips?|rounding)"
                    + "|(shipping|delivery|handling)([ _-](fees?|costs?|charges?|line))?|versand(kosten)?|porto|rabatt|gutschein|.*gebühr(en)?"
                    + "|送料|.*手数料|配送料|値引き?|割引|クーポン|ポイント(利用|値引き?)?|調整|ラッピング|税|消費税");
    private static final int MOST = 12;

    /** The state of a line, where such a column says more than {@code status}; empty where there is none. */
    Optional<ProposedColumn> over(Optional<ProposedColumn> status) {
        return lines.table().columns().values().stream()
                .filter(column -> NAME.matcher(HeaderNames.plain(column.name())).matches())
                .filter(column -> column.distinct() <= MOST
                        && said(column, GOODS).size() > 0
                        && said(column, NO_GOODS).size() > 0)
                .findFirst()
                .map(column -> over(status, column));
    }

    private ProposedColumn over(Optional<ProposedColumn> status, ColumnProfile kind) {
        String words = said(kind, NO_GOODS).stream().map(Sql::text).collect(Collectors.joining(", "));
        return ProposedColumn.of(
                        Orders.STATUS,
                        "CASE WHEN trim(" + view.own(kind).sql() + ") IN (" + words + ") THEN 'adjustment' ELSE "
                                + status.map(ProposedColumn::sql).orElse("'completed'") + " END",
                        status.map(ProposedColumn::sure).orElse(OrdersProposer.GUESS),
                        kind)
                .noting(kind.name() + " says which lines are no goods, and count for the value of their order only"
                        + status.map(ProposedColumn::note)
                                .filter(note -> !note.isEmpty())
                                .map(note -> "; " + note)
                                .orElse(""));
    }

    private static List<String> said(ColumnProfile kind, Pattern words) {
        return kind.counts().keySet().stream()
                .map(String::strip)
                .filter(word -> words.matcher(word).matches())
                .sorted()
                .distinct()
                .toList();
    }
}
