package io.osusume.config;

import io.osusume.config.RunConfig.Language;
import io.osusume.tables.OfferType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Why an offer is made, by its type: each has a sentence for the customer and one for the team, in every language. */
final class ReasonCodes {
    private static final String CODES = "codes.";

    private ReasonCodes() {}

    static Set<String> all() {
        Set<String> all = new TreeSet<>();
        for (OfferType type : OfferType.values()) {
            all.addAll(of(type));
        }
        return all;
    }

    /** What can be shown of a code beside what its built-in sentences show. */
    static Set<String> alsoShown(String code) {
        return code.startsWith("also_") ? Set.of("anchor") : Set.of();
    }

    /** In the order of letters. */
    static List<String> of(OfferType type) {
        Map<String, String> lines = ReasonTemplates.file(Language.EN);
        String codes = lines.getOrDefault(CODES + type.wire(), "");
        return codes.isBlank()
                ? List.of()
                : List.of(codes.split(" ")).stream().sorted().toList();
    }
}
