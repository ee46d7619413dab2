package io.osusume.intake.profile;

import io.osusume.intake.profile.InputGuess.Match;
import io.osusume.tables.Behavior;
import io.osusume.tables.Customers;
import io.osusume.tables.Subscriptions;
import io.osusume.tables.Usage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of use of contracts that is named otherwise than {@code usage}: each row is one use, with no amount beside it (check-ins,
 * logins, rides), or has one amount or several, a metric each ({@link Measures}).
 */
final class Visits {
    private static final Pattern USES = Pattern.compile(
            ".*\\b(check ?ins?|visits?|log ?ins?|sessions?|attendances?|bookings? attended|class attendances?|swipes?|scans?|rides?"
                    + "|trips?|workouts?|plays?|streams?|watched|reads?|lessons?|entries|access(es)?"
                    + "|usage|consumption|verbrauch|nutzung|conso(mmation)?|consumo|minutes|sms|mb|gb|api calls?|gelesen|lesezeit)\\b.*"
                    + "|.*(来館|入館|来店|利用履歴|ログイン|視聴|受講).*");
    /** Of those whose use it is, the share that has a contract or is known as a customer; samples hold a part of them. */
    private static final double KNOWN = 0.3;

    /** The share of the rows that must say whose use it was. */
    private static final double NAMED = 0.95;

    /** Characters of a number that is none of a count. */
    private static final int LONG = 6;

    private Visits() {}

    /**
     * Empty where no file is of that kind.
     *
     * @param free tables that are no input yet
     * @param chosen by input
     */
    static Optional<InputGuess> in(List<TableProfile> free, Map<String, InputGuess> chosen) {
        InputGuess contracts = chosen.get(Subscriptions.INPUT.name());
        return contracts == null || chosen.containsKey(Usage.INPUT.name())
                ? Optional.empty()
                : free.stream()
                        .filter(Visits::tellsOfUse)
                        .map(table -> InputGuess.of(table, Usage.INPUT.name()))
                        .flatMap(guess -> of(guess, chosen).stream())
                        .findFirst();
    }

    private static boolean tellsOfUse(TableProfile table) {
        return Stream.concat(Stream.of(table.name()), table.columns().keySet().stream())
                .anyMatch(name -> USES.matcher(HeaderNames.plain(name)).matches());
    }

    private static Optional<InputGuess> of(InputGuess guess, Map<String, InputGuess> chosen) {
        Optional<Match> at = guess.match(Usage.USED_AT).or(() -> onlyTime(guess.table()));
        InputGuess contracts = chosen.get(Subscriptions.INPUT.name());
        boolean named = isKey(guess.column(Helper.SUBSCRIPTION_ID), contracts)
                || Stream.of(Customers.INPUT.name(), Subscriptions.INPUT.name())
                        .map(chosen::get)
                        .anyMatch(known -> known != null && isKey(guess.column(Usage.CUSTOMER_ID), known));
        // Where an id tells it, what else a contract is called by is of no use.
        Optional<Match> number = named ? Optional.empty() : numberOf(guess, contracts);
        boolean whose = named || number.isPresent();
        boolean events = InputGuess.of(guess.table(), Behavior.INPUT.name()).has(Behavior.EVENT);
        if (at.isEmpty() || !whose || events) {
            return Optional.empty();
        }
        Map<String, Match> matches = new HashMap<>(guess.matches());
        matches.put(Usage.USED_AT, at.get());
        number.ifPresent(column -> matches.put(Helper.SUBSCRIPTION_ID, column));
        List<ColumnProfile> measures = Measures.of(new InputGuess(guess.table(), guess.input(), matches, 1));
        if (measures.size() != 1) {
            matches.remove(Usage.AMOUNT);
        } else {
            matches.put(Usage.AMOUNT, new Match(measures.get(0), 0.7));
        }
        return Optional.of(new InputGuess(guess.table(), guess.input(), matches, 1));
    }

    private static Optional<Match> onlyTime(TableProfile table) {
        List<ColumnProfile> times =
                table.columns().values().stream().filter(ColumnProfile::isTime).toList();
        return times.size() == 1 ? Optional.of(new Match(times.get(0), 0.7)) : Optional.empty();
    }

    /** What a contract is called by beside its id, such as a telephone number: long enough not to be met by chance. */
    private static Optional<Match> numberOf(InputGuess guess, InputGuess contracts) {
        return guess.table().columns().values().stream()
                .filter(column -> column.filledShare() >= NAMED && !column.isTime())
                .filter(column -> column.counts().keySet().stream()
                        .allMatch(value -> value.strip().length() >= LONG))
                .filter(column ->
                        KeyMatches.keyOf(column, contracts.table(), KNOWN).isPresent())
                .findFirst()
                .map(column -> new Match(column, 0.8));
    }

    private static boolean isKey(Optional<ColumnProfile> of, InputGuess known) {
        return of.filter(id -> id.filledShare() >= NAMED)
                .filter(id -> Stream.of(Customers.CUSTOMER_ID, Subscriptions.SUBSCRIPTION_ID)
                        .flatMap(target -> known.column(target).stream())
                        .anyMatch(own -> KeyMatches.of(id, known.table(), own).share() >= KNOWN))
                .isPresent();
    }
}
