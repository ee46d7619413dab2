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

    /** Consent as it is said, of those who are still there. */
    ProposedColumn consents(ProposedColumn said) {
        return customers.table().columns().values().stream()
                .filter(column ->
                        STATE.matcher(HeaderNames.plain(column.name())).matches())
                .flatMap(column -> still(column).stream())
                .findFirst()
                .map(still -> said.reading(said.sql() + " AND " + still)
                        .noting("who left, or has not confirmed, consents to nothing"))
                .orElse(said);
    }

    private Optional<String> still(ColumnProfile state) {
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
