package io.osusume.intake.profile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the words of contracts' statuses say: what runs, what is over, what runs until its end and no longer, what rests. */
record ContractStates(InputGuess contracts, View view) {

    /** What a word of a status says of a contract. */
    enum State {
        OVER(
                "(wc )?(cancelled|canceled|expired|ended|terminated|churned|lapsed"
                        + "|closed|finished|inactive|deactivated|incomplete expired|incompleteexpired)|解約|解約済み?|解約完了|終了|退会|退会済み?|満了|失効"),
        RUNS("(wc )?(active|running|live|current|valid|ok|open|enabled|in force|renewed|paid|1|true|yes"
                + "|trialing|trial|in trial|aktiv|laufend|actif|activo|vigente|attivo)|有効|契約中|利用中|継続|継続中|アクティブ"),
        /** It runs until the end of its term, and no longer. */
        LEAVING(
                "(wc )?(non ?renewing|not renewing|will not renew|pending cancel(led|lation)?|pending canceled|cancel pending"
                        + "|cancellation pending|cancel(lation)? scheduled|scheduled (for|to) cancel(lation)?|cancels? at (period|term) end"
                        + "|cancelling|canceling|expiring|gekündigt|gekundigt|läuft aus|lauft aus)|解約予定|解約申請中|解約手続き?中|更新なし"),
        RESTS(
                "(wc )?(paused|frozen|pausiert|ruhend|ruht|eingefroren|en pause|pausado|in pausa|sospeso)|休止|休止中|一時停止|一時停止中|休会|休会中");

        private final Pattern words;

        State(String words) {
            this.words = Pattern.compile(words);
        }

        private boolean says(String word) {
            return words.matcher(HeaderNames.plain(word)).matches();
        }
    }

    private static final int NAMED = 5;
    /** More words are no status. */
    private static final int MOST = 20;

    /** The condition that the status says so; empty where it does of none. */
    Optional<String> are(State state) {
        List<String> words = words(state);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(view.own(status().orElseThrow()).sql() + " IN ("
                        + words.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")");
    }

    List<String> words(State state) {
        return status().stream()
                .flatMap(s -> s.counts().keySet().stream())
                .filter(state::says)
                .sorted()
                .toList();
    }

    Optional<ColumnProfile> status() {
        return contracts.column(Helper.STATUS);
    }

    /** Words of a status that are none of those: such contracts are read as running. */
    Optional<String> unknown() {
        List<String> words = status().filter(status -> status.isText() && status.distinct() <= MOST).stream()
                .flatMap(status -> status.commonest(status.distinct()).stream())
                .filter(word -> !OwedContracts.isOwed(word))
                .filter(word -> List.of(State.values()).stream().noneMatch(state -> state.says(word)))
                .limit(NAMED)
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Contracts of these words in " + status().orElseThrow().name()
                                + " are read as running: " + String.join(", ", words)
                                + ". Leave out by where what is no contract, and map paused_until of what rests.");
    }
}
