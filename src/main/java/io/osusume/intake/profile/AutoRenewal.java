package io.osusume.intake.profile;

import io.osusume.intake.profile.ContractStates.State;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contracts that a flag says to go on by themselves after the end of their term, or not to. */
record AutoRenewal(InputGuess contracts, View view) {
    private static final Pattern NAME = Pattern.compile(
            "(is )?auto(matic)? ?renew(s|al|ing)?( enabled)?|renews? automatically|automatische verlängerung|verlängert sich( automatisch)?|自動更新");
    private static final Pattern YES = Pattern.compile("(?i)true|1|1\\.0|y|yes|on|ja|j|oui|si|はい|有|有効|あり");
    private static final Pattern NO = Pattern.compile("(?i)false|0|0\\.0|n|no|off|nein|non|いいえ|無|無効|なし");
    private static final int FLAG = 2;

    /** The condition that a contract does: the flag says so, and no status that it is over; empty where no flag tells it. */
    Optional<String> goesOn() {
        return said(YES).map(set -> Stream.concat(
                        Stream.of(set),
                        new ContractStates(contracts, view)
                                .are(State.OVER).stream().map(over -> "NOT coalesce(" + over + ", false)"))
                .collect(Collectors.joining(" AND ")));
    }

    /**
     * The condition that it ends with its term, unless somebody renews it; empty where the flag says so of all: a company whose contracts
     * are renewed by hand does not lose them.
     */
    Optional<String> ends() {
        return said(YES).isPresent() ? said(NO) : Optional.empty();
    }

    private Optional<String> said(Pattern word) {
        return contracts.table().columns().values().stream()
                .filter(c -> NAME.matcher(HeaderNames.plain(c.name())).matches() && c.distinct() <= FLAG)
                .flatMap(c -> said(c, word).stream())
                .findFirst();
    }

    private Optional<String> said(ColumnProfile flag, Pattern word) {
        List<String> words = flag.counts().keySet().stream()
                .filter(w -> word.matcher(w.strip()).matches())
                .sorted()
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of("coalesce(" + view.own(flag).sql() + " IN ("
                        + words.stream().map(Sql::text).collect(Collectors.joining(", ")) + "), false)");
    }
}
