package io.osusume.config;

import io.osusume.config.RunConfig.Language;
import java.util.Optional;

/** The sentences that say why an offer is made: the built-in ones, and a company's own over them. */
public record ReasonsConfig(Optional<String> en, Optional<String> ja) {
    public ReasonsConfig {
        Checks checks = new Checks();
        ReasonTemplates.check(checks, "en", Language.EN, en);
        ReasonTemplates.check(checks, "ja", Language.JA, ja);
        checks.verify();
    }

    /** The templates of a language. */
    public ReasonTemplates of(Language language) {
        return ReasonTemplates.load(language, language == Language.JA ? ja : en);
    }
}
