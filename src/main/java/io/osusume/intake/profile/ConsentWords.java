package io.osusume.intake.profile;

import io.osusume.intake.text.Unreadable;
import io.osusume.intake.text.YesNo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Consent in words of which some are neither a plain yes nor a plain no, as a mailing service has addresses that bounced or never
 * answered: only a yes is one.
 */
final class ConsentWords {
    /** More words are no status. */
    private static final int MOST = 12;

    private ConsentWords() {}

    /** The column as it would be read, or by its words for yes where it holds others. */
    static ProposedColumn read(ProposedColumn said, Ref ref) {
        List<String> words = ref.column().counts().keySet().stream()
                .filter(word -> !ColumnProfile.isNothing(word))
                .sorted()
                .toList();
        List<String> yes = words.stream()
                .filter(word -> is(word).filter(y -> y).isPresent())
                .toList();
        List<String> neither = words.stream().filter(word -> is(word).isEmpty()).toList();
        if (yes.isEmpty() || neither.isEmpty() || words.size() > MOST) {
            return said;
        }
        return said.reading("coalesce(" + ref.sql() + " IN ("
                        + yes.stream().map(Sql::text).collect(Collectors.joining(", ")) + "), false)")
                .noting(String.join(", ", neither) + (neither.size() == 1 ? " is" : " are") + " no consent");
    }

    private static Optional<Boolean> is(String word) {
        try {
            return Optional.of(YesNo.parse(word));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}
