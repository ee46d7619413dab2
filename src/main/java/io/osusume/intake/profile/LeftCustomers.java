package io.osusume.intake.profile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Customers who left, or have not confirmed that they are any, by the words of their state: what they once consented to holds no more. */
record LeftCustomers(InputGuess customers, View view) {
    private static final Pattern STATE = Pattern.compile(
            "((customer|member|membership|account|user|client) )?(status|state)|(会員|顧客|退会)?(ステータス|状態|状況|区分)( (名称|名))?");
    private static final Pattern LEFT = Pattern.compile(
            "(?i)withdrawn|deleted|closed|terminated|banned|blocked|deactivated|anonymi[sz]ed|gelöscht|gesperrt|gekündigt|退会(済み?|者|会員)?|仮会員|仮登録|削除(済み?)?|利用停止|停止中?|解約(済み?)?");

    /** Flags: yes of who is still there, and of who is not. */
    private static final Pattern THERE = Pattern.compile("(is )?(active|enabled|aktiv|actif)");

    private static final Pattern GONE = Pattern.compile(
            "(is )?(deleted|banned|deactivated|anonymi[sz]ed|gelöscht|geloscht|gesperrt|supprimé|supprime)");

    /** Consent as it is said, of those who are still there. */
    ProposedColumn consents(ProposedColumn said) {
        List<String> still = customers.table().columns().values().stream()
                .filter(column -> !isSaid(column, said))
                .flatMap(column -> still(column).stream())
                .toList();
        return still.isEmpty()
                ? said
                : said.reading(said.sql() + " AND " + String.join(" AND ", still))
                        .noting("who left, or has not confirmed, consents to nothing");
    }

    private boolean isSaid(ColumnProfile column, ProposedColumn said) {
        String own = view.own(column).sql();
        return said.sql().equals(own) || said.sql().contains("(" + own + ")");
    }

    private Optional<String> still(ColumnProfile column) {
        String name = HeaderNames.plain(column.name());
        if (column.isFlag() && column.distinct() > 1) {
            String yes = column.isSqlFlag()
                    ? view.own(column).sql()
                    : "parse_yes(" + view.own(column).sql() + ")";
            return THERE.matcher(name).matches()
                    ? Optional.of("coalesce(" + yes + ", true)")
                    : GONE.matcher(name).matches() ? Optional.of("NOT coalesce(" + yes + ", false)") : Optional.empty();
        }
        return STATE.matcher(name).matches() ? byWords(column) : Optional.empty();
    }

    private Optional<String> byWords(ColumnProfile state) {
        List<String> left = state.counts().keySet().stream()
                .filter(word -> LEFT.matcher(word.strip()).matches())
                .sorted()
                .toList();
        return left.isEmpty() || left.size() == state.distinct()
                ? Optional.empty()
                : Optional.of("coalesce(" + view.own(state).sql() + ", '') NOT IN ("
                        + left.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")");
    }
}
