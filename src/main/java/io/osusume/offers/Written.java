package io.osusume.offers;

import io.osusume.catalogue.Catalogue;
import io.osusume.config.RunConfig.Language;
import io.osusume.text.Writing;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How products, amounts in the run's currency and days are written in one language. */
final class Written implements Serializable {
    private final Writing writing;
    private final Catalogue catalogue;
    private final String currency;
    /** There are as many names as products, in far more sentences. */
    private final Map<String, String> names = new ConcurrentHashMap<>();

    Written(Language language, Catalogue catalogue, String currency) {
        this.writing = new Writing(language);
        this.catalogue = catalogue;
        this.currency = currency;
    }

    String name(String productId) {
        return names.computeIfAbsent(productId, id -> writing.name(catalogue.name(id)));
    }

    String names(List<?> productIds) {
        return writing.list(productIds.stream().map(id -> name((String) id)).toList());
    }

    /** Products with a count each. */
    String counts(Map<?, ?> byProduct) {
        boolean japanese = writing.japanese();
        return byProduct.entrySet().stream()
                .map(e ->
                        name((String) e.getKey()) + (japanese ? "（" + e.getValue() + "回）" : " (" + e.getValue() + ")"))
                .collect(Collectors.joining(japanese ? "、" : ", "));
    }

    String date(LocalDate day) {
        return writing.date(day);
    }

    String money(BigDecimal amount) {
        return writing.money(amount, currency);
    }
}
