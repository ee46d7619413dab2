package io.osusume.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.osusume.config.RunConfig.Language;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The built-in sentences: whole in every language, and without a claim that no table bears out. */
class ReasonTemplatesTest {
    private static final Map<String, Function<Language, Map<String, String>>> FILES =
            Map.of("to the customer", ReasonTemplates::builtIn, "to the team", ReasonTemplates::builtInEvidence);
    private static final Map<String, Function<Language, Map<String, String>>> TASKS = Map.of(
            "tasks, to the customer", ReasonTemplates::builtInTasks,
            "tasks, to the team", ReasonTemplates::builtInTasksEvidence,
            "past offers, to the team", ReasonTemplates::builtInSuccesses);
    private static final Map<String, Function<Language, Map<String, String>>> ALL = Stream.of(FILES, TASKS)
            .flatMap(files -> files.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    /** What figures of a table never show: that one thing brings another about, or more than a sentence can know. */
    private static final Map<Language, Pattern> FORBIDDEN = Map.of(
            Language.EN,
            Pattern.compile("(?i)significan|\\bprove|\\bcause|because|thanks to|due to|leads? to|therefore|"
                    + "guarantee|\\bbest\\b|everyone|everybody|always|never|increase|\\bwill (need|save|love)"),
            Language.JA,
            Pattern.compile("有意|証明|原因で|おかげ|によって(増|減|上)|必ず|絶対|最高|最適|誰もが|皆さま|保証"));
    /** What is not said to a customer: how closely somebody looks. */
    private static final Map<Language, Pattern> WATCHED = Map.of(
            Language.EN,
            Pattern.compile("(?i)you (have )?(looked|compared|viewed|visited|seem)|times lately|we (saw|noticed)"),
            Language.JA,
            Pattern.compile("ご覧に|閲覧|比較・|回見|減っているよう"));

    @Test
    void eachReasonHasBothSentencesInEachLanguageWithTheSameFigures() {
        for (String file : FILES.keySet()) {
            Map<String, String> english = FILES.get(file).apply(Language.EN);
            Map<String, String> japanese = FILES.get(file).apply(Language.JA);
            assertThat(english.keySet()).isEqualTo(ReasonCodes.all());
            assertThat(japanese.keySet()).isEqualTo(ReasonCodes.all());
        }
        for (String file : ALL.keySet()) {
            Map<String, String> english = ALL.get(file).apply(Language.EN);
            Map<String, String> japanese = ALL.get(file).apply(Language.JA);
            assertThat(japanese.keySet()).isEqualTo(english.keySet());
            english.forEach((code, template) -> {
                Set<String> missing = new TreeSet<>(new Sentence(template, Language.EN).placeholders());
                missing.removeAll(new Sentence(japanese.get(code), Language.JA).placeholders());
                // Japanese has no plural, so it may go without what only chooses one.
                missing.remove("parts");
                assertThat(missing).as(file + " " + code).isEmpty();
            });
        }
    }

    @Test
    void noSentenceClaimsWhatNoTableBearsOut() {
        for (Language language : Language.values()) {
            for (String file : ALL.keySet()) {
                ALL.get(file).apply(language).forEach((code, template) -> assertThat(template)
                        .as(file + " " + code)
                        .doesNotContainPattern(FORBIDDEN.get(language)));
            }
        }
    }

    @Test
    void noCustomerIsToldThatSomebodyWatched() {
        for (Language language : Language.values()) {
            ReasonTemplates.builtInTasks(language)
                    .forEach((code, template) ->
                            assertThat(template).as(code).doesNotContainPattern(WATCHED.get(language)));
            ReasonTemplates.builtIn(language)
                    .forEach((code, template) ->
                            assertThat(template).as(code).doesNotContainPattern(WATCHED.get(language)));
        }
    }

    /** Latin letters stand in placeholders alone. */
    @Test
    void japaneseIsJapanese() {
        for (String file : ALL.keySet()) {
            ALL.get(file).apply(Language.JA).forEach((code, template) -> {
                String bare = template.replaceAll(
                        "\\{\\w+(, (select|plural),)?|\\b(yes|no|other|often|more|later|cancel|price|use|both|some|order|contract|unknown|alone)(?= \\{)",
                        "");
                assertThat(bare).as(file + " " + code).doesNotContainPattern("[A-Za-z%:(),.!?]");
            });
        }
    }
}
