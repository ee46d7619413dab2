package io.osusume.intake.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The zone of a company, as the offsets behind its times tell it: winter and summer, or one all year. */
final class Offsets {
    private static final Pattern OFFSET = Pattern.compile(".*\\d\\s?([+-]\\d{2}):?(\\d{2})");
    /** One city of those that have these; which of them changes nothing. */
    private static final Map<Set<String>, String> ZONES = Map.of(
            Set.of("+00:00", "+01:00"), "Europe/London",
            Set.of("+01:00", "+02:00"), "Europe/Berlin",
            Set.of("+02:00", "+03:00"), "Europe/Helsinki",
            Set.of("-05:00", "-04:00"), "America/New_York",
            Set.of("-06:00", "-05:00"), "America/Chicago",
            Set.of("-07:00", "-06:00"), "America/Denver",
            Set.of("-08:00", "-07:00"), "America/Los_Angeles",
            Set.of("+10:00", "+11:00"), "Australia/Sydney",
            Set.of("+09:00"), "Asia/Tokyo",
            Set.of("+05:30"), "Asia/Kolkata");

    private Offsets() {}

    /**
     * The setting, with what tells it; empty where the times carry no offset, or others.
     *
     * @param tables of the orders, or of the contracts where there are none
     */
    static Optional<String> zone(List<TableProfile> tables) {
        Set<String> offsets = new TreeSet<>();
        tables.stream()
                .flatMap(table -> table.columns().values().stream())
                .filter(ColumnProfile::isTime)
                .flatMap(column -> column.counts().keySet().stream())
                .map(OFFSET::matcher)
                .filter(Matcher::matches)
                .forEach(m -> offsets.add(m.group(1) + ":" + m.group(2)));
        return Optional.ofNullable(ZONES.get(offsets))
                .map(zone -> "  zone = " + zone + " # in which days begin and end: times carry "
                        + String.join(" and ", offsets));
    }
}
