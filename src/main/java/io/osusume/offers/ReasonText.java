package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.config.FeaturesConfig;
import io.osusume.config.OsusumeConfig;
import io.osusume.config.ReasonTemplates;
import io.osusume.config.RunConfig.Language;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sentence that says why: the customer's benefit and the evidence, from the template of the reason code. The customer's
 * locale chooses the language, else the configured one.
 */
final class ReasonText implements Serializable {
    private static final List<String> MONEY = List.of("price", "saving");
    private static final List<String> PRODUCTS = List.of("product", "anchor");
    /** The figure is a metric; said is what its amounts are counted in. */
    private static final String UNIT = "unit";

    private final Language standard;
    private final Map<Language, ReasonTemplates> templates = new EnumMap<>(Language.class);
    private final Catalogue catalogue;
    private final String currency;
    private final FeaturesConfig units;

    ReasonText(OsusumeConfig config, Catalogue catalogue, String currency) {
        this.standard = config.run().language();
        this.units = config.features();
        this.catalogue = catalogue;
        this.currency = currency;
        for (Language language : Language.values()) {
            templates.put(language, config.offers().reasons().of(language));
        }
    }

    String of(Proposal proposal, String locale) {
        Language language = language(locale);
        Map<String, String> written = new HashMap<>();
        proposal.reason().figures().forEach((name, figure) -> written.put(name, written(name, figure, language)));
        return templates.get(language).fill(proposal.reason().code(), written);
    }

    private Language language(String locale) {
        String lower = locale == null ? "" : locale.toLowerCase(Locale.ROOT);
        return lower.startsWith("ja") ? Language.JA : lower.startsWith("en") ? Language.EN : standard;
    }

    private String written(String name, Object figure, Language language) {
        if (PRODUCTS.contains(name)) {
            return catalogue.name((String) figure);
        }
        if (name.equals(UNIT)) {
            return units.unit((String) figure);
        }
        if (figure instanceof List<?> ids) {
            return ids.stream()
                    .map(id -> catalogue.name((String) id))
                    .collect(Collectors.joining(language == Language.JA ? "・" : " + "));
        }
        if (figure instanceof LocalDate date) {
            return date.toString();
        }
        if (figure instanceof Number number) {
            return MONEY.contains(name) ? money(number.doubleValue(), language) : plain(number);
        }
        return String.valueOf(figure);
    }

    private String money(double amount, Language language) {
        boolean whole = amount == Math.rint(amount) || amount >= 1000 || currency.equals("JPY");
        String text = String.format(Locale.ROOT, whole ? "%,.0f" : "%,.2f", amount);
        return language == Language.JA && currency.equals("JPY") ? text + "円" : text + " " + currency;
    }

    private static String plain(Number number) {
        return number instanceof Double d && d != Math.rint(d)
                ? String.format(Locale.ROOT, "%,.1f", d)
                : String.format(Locale.ROOT, "%,d", Math.round(number.doubleValue()));
    }
}
