package io.osusume.report;

import io.osusume.config.ReportConfig;
import io.osusume.config.RunConfig.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The report of a night: reads every section once, then writes it in each language. */
public final class Report {
    /** Most of the time goes to planning small queries: sections are read side by side. */
    private static final int SIDE_BY_SIDE = 2;

    private final ReportConfig config;
    private final List<Topic> topics;

    public Report(ReportConfig config) {
        this.config = config;
        int top = config.top();
        this.topics = List.of(
                new TonightTopic(top),
                new CustomersTopic(),
                new StoppedTopic(top),
                new PlanTopic(),
                new ValueTopic(),
                new WorksTopic(top, config.acquisitionCostRatio()),
                new PeopleTopic(top),
                new TogetherTopic(top),
                new AccountsTopic(top),
                new DataTopic(top));
    }

    /** What a report says of where it comes from. */
    public record Origin(String currency, String version) {}

    /** Language → the page, in the configured order. */
    public Map<Language, String> of(Night night, Origin origin) {
        Map<String, Section> sections = sections(night);
        Map<String, String> names = Names.of(night, sections.values());
        Map<Language, String> pages = new LinkedHashMap<>();
        for (Language language : config.languages()) {
            Texts texts = new Texts(locale(language), origin.currency());
            pages.put(
                    language,
                    new Page(texts, new Cells(texts, names), config.names()).of(night.runDate(), origin, sections));
        }
        return pages;
    }

    private Map<String, Section> sections(Night night) {
        ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<CompletableFuture<Section>> started = topics.stream()
                    .map(topic -> CompletableFuture.supplyAsync(() -> topic.of(night), pool))
                    .toList();
            Map<String, Section> sections = new LinkedHashMap<>();
            started.stream()
                    .map(CompletableFuture::join)
                    .map(section -> config.names() ? section : section.nameless())
                    .forEach(section -> sections.put(section.id(), section));
            return sections;
        } finally {
            pool.shutdown();
        }
    }

    private static Locale locale(Language language) {
        return language == Language.JA ? Locale.JAPAN : Locale.US;
    }
}
