package io.osusume.cli;

import io.osusume.errors.NearestName;
import io.osusume.errors.UserException;
import io.osusume.tables.InputCheck;
import io.osusume.tables.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The checks of the inputs that a person who has looked lets one night pass. */
final class AcceptOptions {
    @Option(
            names = "--accept",
            paramLabel = "CHECK",
            description =
                    "Lets this one night pass a check of the inputs that would stop it, by the check's name: empty,"
                            + " no_orders, rejects, stale, volume, statuses, matches. May be repeated; the manifest records it.")
    private List<String> names = new ArrayList<>();

    Set<InputCheck> checks() {
        Set<InputCheck> checks = EnumSet.noneOf(InputCheck.class);
        for (String name : names) {
            checks.add(Word.of(InputCheck.class, name)
                    .orElseThrow(() -> UserException.configuration("--accept " + name + ": there is no such check; "
                            + NearestName.hint(name, Word.wires(InputCheck.class)) + " Checks: "
                            + String.join(", ", Word.wires(InputCheck.class)))));
        }
        return checks;
    }
}
