package io.osusume.intake.profile;

import io.osusume.tables.Orders;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** In which currency a company's amounts are. */
final class Currency {
    private static final Map<String, String> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("R$", "BRL");
        SIGNS.put("US$", "USD");
        SIGNS.put("$", "USD");
        SIGNS.put("€", "EUR");
        SIGNS.put("£", "GBP");
        SIGNS.put("¥", "JPY");
        SIGNS.put("￥", "JPY");
        SIGNS.put("円", "JPY");
        SIGNS.put("₹", "INR");
        SIGNS.put("₩", "KRW");
        SIGNS.put("zł", "PLN");
    }

    private Currency() {}

    /** Told by a column, by signs beside amounts, by the name of a column of amounts, or by Japanese names; else empty. */
    static Optional<String> of(Proposal proposal, Map<String, Long> currencies) {
        Optional<String> commonest = currencies.keySet().stream().findFirst();
        if (commonest.isPresent()) {
            return commonest.map(c -> c.strip().toUpperCase(Locale.ROOT)).filter(c -> c.matches("[A-Z]{3}"));
        }
        Optional<String> column = proposal.inputs().stream()
                .flatMap(i -> i.columns().stream())
                .filter(c -> c.target().equals(Orders.CURRENCY))
                .flatMap(c -> c.examples().stream())
                .map(c -> c.strip().toUpperCase(Locale.ROOT))
                .filter(c -> c.matches("[A-Z]{3}"))
                .findFirst();
        if (column.isPresent()) {
            return column;
        }
        return proposal.inputs().stream()
                .flatMap(i -> i.columns().stream())
                .filter(c -> c.target().equals(Orders.UNIT_PRICE) || c.target().contains("price"))
                .flatMap(c -> told(c).stream())
                .findFirst();
    }

    private static Optional<String> told(ProposedColumn price) {
        String values = String.join(" ", price.examples());
        Optional<String> sign = SIGNS.entrySet().stream()
                .filter(e -> values.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        String sql = price.sql().toLowerCase(Locale.ROOT);
        return sign.or(() -> java.util.stream.Stream.of("usd", "eur", "gbp", "jpy", "brl", "cad", "aud", "inr")
                        .filter(code -> sql.matches(".*(^|[^a-z])" + code + "([^a-z]|$).*"))
                        .map(code -> code.toUpperCase(Locale.ROOT))
                        .findFirst())
                .or(() -> sql.matches(".*[\\u3040-\\u30ff\\u4e00-\\u9fff].*") ? Optional.of("JPY") : Optional.empty());
    }
}
