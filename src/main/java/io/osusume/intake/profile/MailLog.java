package io.osusume.intake.profile;

import io.osusume.tables.Contacts;
import io.osusume.tables.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A log of mails as services write it: that one was sent, that it was opened, that it was clicked, each a row. One mail of one campaign
 * to one person is one touch, with the strongest reaction to it.
 */
record MailLog(TableProfile table, ColumnProfile action, ColumnProfile who, ColumnProfile at, ColumnProfile campaign) {
    private static final Pattern ACTION =
            Pattern.compile("action|event|event (type|name)|type|activity( type)?|status");
    private static final Pattern CAMPAIGN = Pattern.compile(
            "campaign( id| name| title)?|(mailing|newsletter|broadcast|message|send|mail)( id| name)|subject");
    private static final Pattern SENT =
            Pattern.compile("(e ?mail |message )?(sent|send|sends|delivered|delivery|processed)");
    private static final Pattern CLICKED = Pattern.compile("(e ?mail |message |link )?click(s|ed)?");
    private static final Pattern OPENED = Pattern.compile("(e ?mail |message )?open(s|ed)?");
    private static final Pattern BOUNCED =
            Pattern.compile("(e ?mail |message )?((hard |soft )?bounced?|(hard|soft) bounces?|dropped|undelivered)");
    private static final int FEW_WORDS = 30;
    private static final double SURE = 0.8;
    /** What the rows of the log are made of. */
    private static final String SENT_AT = "sent_at";

    private static final String REACTION = "reaction";
    private static final String REACTED_AT = "reacted_at";

    /** Empty where the table is no such log. */
    static Optional<MailLog> of(TableProfile table) {
        InputGuess guess = InputGuess.of(table, Contacts.INPUT.name());
        Optional<ColumnProfile> who = guess.column(Contacts.CUSTOMER_ID);
        Optional<ColumnProfile> at = guess.column(Contacts.CONTACTED_AT)
                .filter(time -> time.times().stream().allMatch(shape -> shape.order() == TimeShape.Order.ISO));
        Optional<ColumnProfile> action = named(table, ACTION)
                .filter(column -> column.distinct() <= FEW_WORDS)
                .filter(column ->
                        !words(column, SENT).isEmpty() && !words(column, OPENED).isEmpty())
                .findFirst();
        Optional<ColumnProfile> campaign = named(table, CAMPAIGN)
                .filter(column -> who.isPresent()
                        && action.isPresent()
                        && column.filledShare() == 1
                        && !table.tells(column.name(), action.get().name()))
                .findFirst();
        return who.isPresent() && at.isPresent() && action.isPresent() && campaign.isPresent()
                ? Optional.of(new MailLog(table, action.get(), who.get(), at.get(), campaign.get()))
                : Optional.empty();
    }

    private static Stream<ColumnProfile> named(TableProfile table, Pattern name) {
        return table.columns().values().stream()
                .filter(column -> name.matcher(HeaderNames.plain(column.name())).matches());
    }

    private static List<String> words(ColumnProfile column, Pattern pattern) {
        return column.counts().keySet().stream()
                .filter(word -> pattern.matcher(HeaderNames.plain(word)).matches())
                .sorted()
                .toList();
    }

    InputGuess guess() {
        Map<String, InputGuess.Match> matches = new LinkedHashMap<>();
        matches.put(Contacts.CUSTOMER_ID, new InputGuess.Match(who, SURE));
        matches.put(Contacts.CAMPAIGN, new InputGuess.Match(campaign, SURE));
        return new InputGuess(table, Contacts.INPUT.name(), matches, 1);
    }

    /** A row of each mail to somebody who is known. */
    View view(List<String> remarks) {
        remarks.add("A log of mails: those to nobody who is known are left out.");
        View view = View.of(table, rows());
        view.onlyKnown();
        return view;
    }

    private String rows() {
        String time = table.sample().sql(at.name());
        String person = table.sample().sql(who.name());
        String sending = table.sample().sql(campaign.name());
        String reacted = Stream.of(
                        Map.entry("clicked", CLICKED), Map.entry("opened", OPENED), Map.entry("bounced", BOUNCED))
                .filter(kind -> !words(action, kind.getValue()).isEmpty())
                .map(kind -> "WHEN max(" + is(kind.getValue()) + ") THEN '" + kind.getKey() + "' ")
                .collect(Collectors.joining());
        String times = Stream.of(CLICKED, OPENED, BOUNCED)
                .filter(kind -> !words(action, kind).isEmpty())
                .map(kind -> "min(CASE WHEN " + is(kind) + " THEN " + time + " END)")
                .collect(Collectors.joining(", "));
        return "SELECT " + person + ", " + sending + ", coalesce(min(CASE WHEN " + is(SENT) + " THEN " + time
                + " END), min(" + time + ")) AS " + SENT_AT + ",\n  CASE " + reacted + "ELSE 'none' END AS " + REACTION
                + ",\n  coalesce(" + times + ") AS " + REACTED_AT + "\nFROM "
                + table.sample().from() + " GROUP BY "
                + person + ", " + sending;
    }

    private String is(Pattern pattern) {
        List<String> words = words(action, pattern);
        return table.sample().sql(action.name()) + " IN ("
                + words.stream().map(Sql::text).collect(Collectors.joining(", ")) + ")";
    }

    /** What the query makes of a field. */
    Optional<ProposedColumn> column(Field field, View view) {
        return switch (field.name()) {
            case Contacts.CONTACT_ID ->
                Optional.of(ProposedColumn.constant(
                        Contacts.CONTACT_ID,
                        "concat_ws('/', " + view.own(campaign).sql() + ", "
                                + view.own(who).sql() + ")",
                        "one mail of a campaign to somebody is one touch"));
            case Contacts.CONTACTED_AT -> Optional.of(ProposedColumn.of(field.name(), SENT_AT, SURE, at));
            case Contacts.CHANNEL -> Optional.of(ProposedColumn.constant(field.name(), "'email'", "a log of mails"));
            case Contacts.RESPONSE ->
                Optional.of(
                        ProposedColumn.of(field.name(), REACTION, SURE, action).noting("the strongest to each mail"));
            case Contacts.RESPONDED_AT -> Optional.of(ProposedColumn.of(field.name(), REACTED_AT, SURE, at));
            default -> Optional.empty();
        };
    }
}
