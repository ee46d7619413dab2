package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of documents that take back, beside documents of sales: invoices and credit notes, told apart by a column of kinds. */
record CreditNotes(InputGuess lines, View view) {
    private static final Pattern KINDS = Pattern.compile(
            "(?!(customer|user|member|visitor|buyer|payment|shipping|delivery) )(.* )?(type|kind|document|movement|move|operation|typ|art|tipo)"
                    + "|(type|typ|tipo) .*|(beleg|vorgangs|buchungs|auftrags)art|.*(種別|区分)");

    private static final Pattern TAKES_BACK = Pattern.compile(
            "(?i).*(credit[ _]?(note|memo)|(?<![a-z])(refund|return|retour|retoure|retouren|remboursement|avoir|reso|rimborso)s?(?![a-z])"
                    + "|gutschrift|rückgabe|rücksendung|devoluci|devoluç|nota (de|di) cr|creditnota|返品|返金|返却|赤伝).*");

    /** Of columns by these names codes may tell, which nobody knows but the company: SAP's, debit and credit, kinds of documents. */
    private static final Pattern CODES =
            Pattern.compile("((order|sale|sales|transaction|invoice|voucher|receipt|record|document|doc) )?"
                    + "(type|kind|typ|art)|movement|move type|movement type|auart|vbtyp|fkart|blart|bsart|bwart|shkzg|(beleg|vorgangs|buchungs|auftrags)art"
                    + "|dr cr|debit credit|soll haben|(売上|取引|伝票|受注|処理).*(種別|区分|コード)");
    /** Kinds of documents are few. */
    private static final int MOST = 12;

    /** The pieces, below 0 where the kind of the document says that it takes back; empty where no column does. */
    Optional<ProposedColumn> over(ProposedColumn pieces) {
        return lines.table().columns().values().stream()
                .filter(this::tells)
                .findFirst()
                .map(kind -> pieces.reading(signed(kind, takingBack(kind), pieces))
                        .noting(kind.name() + " says of some that they take back"
                                + (pieces.note().isEmpty() ? "" : "; " + pieces.note())));
    }

    /** The question, whose last line is the setting, where a column of kinds has codes that may say so; empty where none has. */
    Optional<String> question(ProposedColumn pieces) {
        return lines.table().columns().values().stream()
                .filter(c -> isFree(c, CODES) && takingBack(c).isEmpty())
                .findFirst()
                .map(kind -> {
                    List<String> codes = kind.commonest(MOST);
                    String rarest = codes.get(codes.size() - 1);
                    return "Does " + kind.name() + " (" + String.join(", ", codes)
                            + ") say of some lines that they take back what was sold?\n"
                            + "Without an answer all are read alike. Of which values? (Of those that count for nothing, such as"
                            + " quotations, make status = cancelled.)\ninputs.orders.columns.quantity = "
                            + Hocon.value(signed(kind, List.of(rarest), pieces));
                });
    }

    /** A document of its own has a number of its own: it takes back the pieces of another. */
    private String signed(ColumnProfile kind, List<String> back, ProposedColumn pieces) {
        String amount = LinePrices.amount(pieces, lines, view);
        return "CASE WHEN " + view.own(kind).sql() + " IN ("
                + back.stream().map(Sql::text).collect(Collectors.joining(", ")) + ") THEN -abs(" + amount + ") ELSE "
                + amount + " END";
    }

    /** Whether a word of the language of shops says that something came back. */
    static boolean takesBack(String word) {
        return TAKES_BACK.matcher(word).matches();
    }

    private boolean tells(ColumnProfile column) {
        int back = takingBack(column).size();
        return isFree(column, KINDS) && column.isText() && back > 0 && back < column.distinct();
    }

    /** Whether a column of this name has a few kinds, and is nothing else that is read, unless a state. */
    private boolean isFree(ColumnProfile column, Pattern names) {
        return names.matcher(HeaderNames.plain(column.name())).matches()
                && column.distinct() > 1
                && column.distinct() <= MOST
                && lines.matches().entrySet().stream()
                        .filter(match -> !match.getKey().equals(Orders.STATUS))
                        .noneMatch(match -> match.getValue().column().equals(column));
    }

    private static List<String> takingBack(ColumnProfile column) {
        return column.counts().keySet().stream()
                .filter(CreditNotes::takesBack)
                .sorted()
                .toList();
    }
}
