package io.osusume.intake.profile;

import io.osusume.tables.Behavior;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the usual logs call what people did, in the words that features.event_weights knows. Purchases are left out: orders tell
 * them, and who bought something is not looking for it; so is what the company did, such as a mail that was sent.
 */
record EventWords(InputGuess guess) {
    private static final Pattern BOUGHT = Pattern.compile(
            "purchase|purchased|buy|bought|transaction|order|ordered|order completed|order placed|completed order|placed order"
                    + "|checkout completed|sale|購入|注文");
    /** What a company did, and a person did not. */
    private static final Pattern OURS = Pattern.compile(
            "(received|sent|delivered|bounced|dropped|skipped|failed) (e ?mail|sms|push|message|text).*"
                    + "|(e ?mail|sms|push|message) (received|sent|delivered|bounced|dropped|skipped|failed)|unsubscribed.*|marked e ?mail as spam");

    private static final Map<String, Pattern> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put(
                "view_detail",
                Pattern.compile("views?|viewed|detail|(product|item) (views?|viewed|detail)|view (item|product|detail)"
                        + "|viewed (item|product)|閲覧|商品閲覧"));
        KNOWN.put(
                "add_to_cart",
                Pattern.compile(
                        "add ?to ?(cart|basket|bag)|added to (cart|basket|bag)|(product|item) added|carts?|basket"
                                + "|カート|カート追加|カートに追加"));
        KNOWN.put("compare", Pattern.compile("compared?|comparison|比較"));
    }

    /** The events that are no looks: purchases, and what the company did. */
    private static Set<String> others(ColumnProfile event) {
        return event.counts().keySet().stream()
                .filter(word -> Stream.of(BOUGHT, OURS)
                        .anyMatch(p -> p.matcher(HeaderNames.plain(word)).matches()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The events that are purchases. */
    static Set<String> bought(ColumnProfile event) {
        return event.counts().keySet().stream()
                .filter(word -> BOUGHT.matcher(HeaderNames.plain(word)).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The condition that leaves purchases out, and what nobody is known to have done; empty where all rows stay.
     *
     * @param remarks takes up what a reader should know
     */
    Optional<String> where(List<String> remarks) {
        Optional<String> others =
                mixed().map(event -> "coalesce(" + sql(event) + ", '') NOT IN (" + listed(others(event)) + ")");
        List<ColumnProfile> who = Stream.of(Behavior.CUSTOMER_ID, Behavior.ACCOUNT_ID, Behavior.PERSON_ID)
                .flatMap(target -> guess.column(target).stream())
                .toList();
        Optional<String> known = who.isEmpty() || who.stream().anyMatch(column -> column.filledShare() == 1)
                ? Optional.empty()
                : Optional.of("coalesce("
                        + who.stream()
                                .map(column -> "nullif(CAST(" + sql(column) + " AS STRING), '')")
                                .collect(Collectors.joining(", "))
                        + ") IS NOT NULL");
        known.ifPresent(condition -> remarks.add("Of the events only "
                + String.format(
                        Locale.ROOT,
                        "%.0f %%",
                        100
                                * who.stream()
                                        .mapToDouble(ColumnProfile::filledShare)
                                        .max()
                                        .orElse(1))
                + " say who it was; the others are left out."));
        return Stream.of(others, known).flatMap(Optional::stream).reduce((a, b) -> a + " AND " + b);
    }

    private String sql(ColumnProfile column) {
        return guess.table().sample().sql(column.name());
    }

    /** The same log without these: what only they have tells nothing of the others. */
    InputGuess looks() {
        return mixed().map(event -> {
                    Set<String> others = new TreeSet<>(event.counts().keySet());
                    others.removeAll(others(event));
                    TableSample sample = guess.table().sample().where(event.name(), others);
                    return InputGuess.of(TableProfile.of(sample), guess.input());
                })
                .orElse(guess);
    }

    /** The events, where such and others are among them. */
    private Optional<ColumnProfile> mixed() {
        return guess.column(Behavior.EVENT)
                .filter(event -> !others(event).isEmpty() && others(event).size() < event.distinct());
    }

    /** The column in the known words; as it is where there is nothing to change. */
    ProposedColumn read(ProposedColumn given) {
        ColumnProfile event = guess.column(Behavior.EVENT).orElseThrow();
        String cases = KNOWN.entrySet().stream()
                .map(known -> Map.entry(
                        known.getKey(),
                        listed(event.counts().keySet().stream()
                                .filter(word -> !word.equals(known.getKey()))
                                .filter(word -> known.getValue()
                                        .matcher(HeaderNames.plain(word))
                                        .matches())
                                .collect(Collectors.toCollection(TreeSet::new)))))
                .filter(known -> !known.getValue().isEmpty())
                .map(known ->
                        " WHEN " + given.sql() + " IN (" + known.getValue() + ") THEN " + Sql.text(known.getKey()))
                .collect(Collectors.joining());
        return cases.isEmpty()
                ? given
                : given.reading("CASE" + cases + " ELSE " + given.sql() + " END")
                        .noting("in the words of features.event_weights");
    }

    private static String listed(Set<String> words) {
        return words.stream().map(Sql::text).collect(Collectors.joining(", "));
    }
}
