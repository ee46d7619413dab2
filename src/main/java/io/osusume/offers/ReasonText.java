package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.config.FeaturesConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.config.ReasonTemplates;
import io.osusume.config.RunConfig.Language;
import io.osusume.text.Writing;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The sentences that say why: to the customer a benefit, in the customer's language where it is one of ours, else in the
 * configured one; to the team the figures, in the configured language.
 */
final class ReasonText implements Serializable {
    private static final Set<String> MONEY = Set.of("price", "saving", "more", "sum", "paid", "lower");
    private static final Set<String> PRODUCTS = Set.of("product", "anchor", "about");
    /** The figure is a metric; said is what its amounts are counted in. */
    private static final String UNIT = "unit";
    /** Whether the metric adds up over days, or is a level. */
    private static final String ADDS_UP = "adds";
    /** Whether a price is told. */
    private static final String PRICED = "priced";
    /** Whether these amounts are told. */
    private static final List<String> AMOUNTS = List.of("cheaper", "dearer");
    /** Within how many days rules of customers count. */
    private static final String WINDOW = "window";

    private final Language standard;
    private final Map<Language, ReasonTemplates> templates = new EnumMap<>(Language.class);
    private final ReasonTemplates evidence;
    private final Map<Language, Written> written = new EnumMap<>(Language.class);
    private final FeaturesConfig units;
    private final int window;
    /** Whether customers pay in several currencies: what one of them pays is not known in another's. */
    private final boolean currencies;

    ReasonText(OsusumeConfig config, Catalogue catalogue, String currency) {
        this.standard = config.run().language();
        this.units = config.features();
        this.currencies = !config.ltv().currencyRates().isEmpty();
        this.window = config.rules().customer().windowDays();
        this.evidence = ReasonTemplates.evidence(standard);
        for (Language language : Language.values()) {
            templates.put(language, config.offers().reasons().of(language));
            written.put(language, new Written(language, catalogue, currency));
        }
    }

    /** To the customer; of amounts nothing where customers pay in several currencies. */
    String of(Proposal proposal, String locale) {
        Language language = Writing.language(locale, standard);
        ReasonTemplates.Occasion occasion = new ReasonTemplates.Occasion(
                proposal.type(), proposal.moment().trigger(), proposal.reason().code());
        Map<String, Object> figures = figures(proposal, language);
        if (currencies) {
            figures.put(PRICED, "no");
            AMOUNTS.forEach(told -> figures.computeIfPresent(told, (name, yes) -> "no"));
        }
        return templates.get(language).fill(occasion, figures);
    }

    /** To the team. */
    String evidence(Proposal proposal) {
        return evidence.fill(proposal.reason().code(), figures(proposal, standard));
    }

    private Map<String, Object> figures(Proposal proposal, Language language) {
        Map<String, Object> figures = new HashMap<>();
        figures.put(WINDOW, window);
        figures.put(PRICED, "yes");
        if (proposal.reason().figures().get(UNIT) instanceof String metric) {
            figures.put(ADDS_UP, units.summedMetrics().contains(metric) ? "yes" : "no");
        }
        proposal.reason().figures().forEach((name, figure) -> figures.put(name, figure(name, figure, language)));
        return figures;
    }

    private Object figure(String name, Object figure, Language language) {
        Written writing = written.get(language);
        if (PRODUCTS.contains(name)) {
            return writing.name((String) figure);
        }
        if (name.equals(UNIT)) {
            return units.unit((String) figure);
        }
        if (MONEY.contains(name) && figure instanceof Number amount) {
            return writing.money(amount instanceof BigDecimal exact ? exact : BigDecimal.valueOf(amount.doubleValue()));
        }
        if (figure instanceof List<?> ids) {
            return writing.names(ids);
        }
        if (figure instanceof Map<?, ?> counts) {
            return writing.counts(counts);
        }
        return figure instanceof LocalDate date ? writing.date(date) : figure;
    }
}
