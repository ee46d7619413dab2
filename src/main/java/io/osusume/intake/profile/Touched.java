package io.osusume.intake.profile;

import io.osusume.tables.Contacts;
import java.util.List;
import java.util.Optional;

/** Of a list of activities, those that took place: what is planned, or was given up, has no time at which it was done. */
record Touched(InputGuess guess, View view) {
    /** Fewer without a time are mistakes, which the night counts. */
    private static final double ALL = 0.98;

    /** The query of the rows that are touches; that of the file where all are, or it is of something else. */
    Optional<String> query(List<String> remarks) {
        Optional<ColumnProfile> done = guess.column(Contacts.CONTACTED_AT)
                .filter(c -> guess.input().equals(Contacts.INPUT.name())
                        && c.filledShare() < ALL
                        && view.isPlain()
                        && view.query().isEmpty());
        done.ifPresent(c -> remarks.add("Rows without " + c.name() + " did not take place, and are left out."));
        return done.map(c -> "SELECT * FROM " + guess.table().sample().from() + " WHERE coalesce(trim("
                        + view.own(c).sql() + "), '') <> ''")
                .or(view::query);
    }
}
