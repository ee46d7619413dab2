package io.osusume.config;

import io.osusume.config.RunConfig.Language;
import java.util.Optional;

/** The sentences that tell a customer why an offer is made: the built-in ones, and a company's own over them. */
public record ReasonsConfig(Optional<String> en, Optional<String> ja) {
    public ReasonsConfig {
        Checks checks = new Checks();
        en.ifPresent(file -> ReasonFile.check(checks, "en", Language.EN, file));
        ja.ifPresent(file -> ReasonFile.check(checks, "ja", Language.JA, file));
        checks.verify();
    }

    /** The templates of a language. */
    public ReasonTemplates of(Language language) {
        return ReasonTemplates.load(language, language == Language.JA ? ja : en);
    }
}
