package io.osusume.pipeline;

import io.osusume.changes.Comparing;
import io.osusume.changes.Difference;
import io.osusume.changes.Night;
import io.osusume.io.Manifest;
import io.osusume.io.Planning;
import io.osusume.io.PublishedNights;
import io.osusume.io.Warehouse;
import io.osusume.tables.Offers;
import io.osusume.tables.Shelf;
import io.osusume.tables.SuppressedOffers;
import io.osusume.tables.Table;
import io.osusume.tables.WithheldOffers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What tonight's staged tables would change of the published night: that of the same day, else the newest before it. */
final class NightDifference {
    private final PublishedNights nights;
    private final Planning staged;

    NightDifference(Warehouse warehouse, Planning staged) {
        this.nights = warehouse.nights();
        this.staged = staged;
    }

    /** @param currency of all amounts */
    Difference of(Manifest planned, String currency) {
        LocalDate runDate = LocalDate.parse(planned.runDate());
        Optional<LocalDate> date = nights.dates(Offers.TABLE).stream()
                .filter(d -> !d.isAfter(runDate))
                .reduce((a, b) -> b);
        Optional<Manifest> published = date.flatMap(d -> nights.manifests(d, 1).stream()
                .filter(m -> m.runDate().equals(d.toString()))
                .findFirst());
        Night before =
                night(table -> date.flatMap(d -> nights.of(table, d)).orElseGet(() -> staged.none(table)), published);
        Night after = night(staged::staged, Optional.of(planned));
        return new Comparing(before, after)
                .difference(new Comparing.Nights(
                        planned.runId(),
                        planned.runDate(),
                        date.map(d -> new Difference.Against(
                                        published.map(Manifest::runId).orElse(null), d.toString()))
                                .orElse(null),
                        currency,
                        notes(date, published, planned)));
    }

    private static Night night(Function<Table, Dataset<Row>> tables, Optional<Manifest> manifest) {
        Map<String, Double> rejects = new TreeMap<>();
        manifest.ifPresent(m -> m.inputs()
                .forEach((input, rows) ->
                        rejects.put(input, share(rows.rejected(), rows.accepted() + rows.rejected()))));
        Map<String, Double> matches = new TreeMap<>();
        manifest.ifPresent(m ->
                m.matches().forEach((column, match) -> matches.put(column, share(match.matchedRows(), match.rows()))));
        rejects.values().removeIf(Objects::isNull);
        matches.values().removeIf(Objects::isNull);
        return new Night(
                tables.apply(Offers.TABLE),
                tables.apply(WithheldOffers.TABLE),
                tables.apply(SuppressedOffers.TABLE),
                tables.apply(Shelf.TABLE),
                rejects,
                matches);
    }

    /** Of nothing there is no share. */
    private static Double share(long part, long whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }

    private static List<String> notes(Optional<LocalDate> date, Optional<Manifest> published, Manifest planned) {
        if (date.isEmpty()) {
            return List.of("No night of " + planned.runDate() + " or before is published here: all is new.");
        }
        List<String> notes = new ArrayList<>();
        if (!date.get().toString().equals(planned.runDate())) {
            notes.add("The published night is of " + date.get() + ", this one of " + planned.runDate()
                    + ": what the days between brought is in the difference too.");
        }
        published.ifPresent(then -> notes.addAll(sources(then, planned)));
        if (published
                .filter(then -> !then.tables().containsKey(Shelf.TABLE.name()))
                .isPresent()) {
            notes.add("The published night has no table shelf.");
        }
        return notes;
    }

    private static List<String> sources(Manifest then, Manifest now) {
        List<String> notes = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(then.files().keySet());
        keys.addAll(now.files().keySet());
        keys.removeIf(key -> Objects.equals(then.files().get(key), now.files().get(key)));
        if (then.files().isEmpty() && !now.files().isEmpty()) {
            notes.add("Which files the published night read was not written down: they may be others.");
        } else if (!keys.isEmpty()) {
            notes.add("The published night read other files, or they were written anew since: "
                    + String.join(", ", keys) + ". What they bring is in the difference too.");
        }
        String version = then.versions().get("osusume");
        if (!Objects.equals(version, now.versions().get("osusume"))) {
            notes.add("The published night was made by Osusume " + version + ", this one by "
                    + now.versions().get("osusume") + ".");
        }
        if (notes.isEmpty() && then.runDate().equals(now.runDate())) {
            notes.add(
                    then.configHash().equals(now.configHash())
                            ? "The published night is of the same day, files, settings and version."
                            : "The published night is of the same day, files and version: what differs comes of the settings.");
        }
        return notes;
    }
}
