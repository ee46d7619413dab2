package io.osusume.sample;

import io.osusume.tables.Billing;
import io.osusume.tables.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The products of a theme by role, read from {@code sample/catalogue-<theme>.csv} (no quoted fields there). */
final class Assortment {
    private static final Map<Theme, Assortment> LOADED = loadAll();

    private final Map<String, Product> byRole;

    private Assortment(Map<String, Product> byRole) {
        this.byRole = byRole;
    }

    static Assortment of(Theme theme) {
        return LOADED.get(theme);
    }

    Product product(String role) {
        Product product = byRole.get(role);
        if (product == null) {
            throw new IllegalArgumentException("no product has the role " + role + ": known are " + byRole.keySet());
        }
        return product;
    }

    String id(String role) {
        return product(role).id();
    }

    List<Product> all() {
        return List.copyOf(byRole.values());
    }

    Optional<Product> nextTier(Product product) {
        return tier(product, product.tier() + 1);
    }

    Optional<Product> lowerTier(Product product) {
        return tier(product, product.tier() - 1);
    }

    private Optional<Product> tier(Product product, int tier) {
        return byRole.values().stream()
                .filter(other ->
                        !other.family().isEmpty() && other.family().equals(product.family()) && other.tier() == tier)
                .findFirst();
    }

    private static Map<Theme, Assortment> loadAll() {
        Map<Theme, Assortment> loaded = new EnumMap<>(Theme.class);
        for (Theme theme : Theme.values()) {
            Map<String, Product> products = new LinkedHashMap<>();
            lines(theme).forEach(line -> {
                Product product = parse(line.split(",", -1));
                products.put(product.role(), product);
            });
            loaded.put(theme, new Assortment(products));
        }
        return loaded;
    }

    private static List<String> lines(Theme theme) {
        String resource = "/sample/catalogue-" + theme.text() + ".csv";
        try (InputStream in = Objects.requireNonNull(Assortment.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static Product parse(String[] f) {
        return new Product(
                f[0],
                f[1],
                f[2],
                f[3],
                f[4],
                number(f[5]),
                number(f[6]),
                number(f[7]),
                Word.of(Billing.class, f[8]).orElseThrow(),
                Boolean.parseBoolean(f[9]),
                f[10],
                number(f[11]),
                f[12],
                f[13],
                f[14],
                number(f[15]),
                number(f[16]),
                f[17]);
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
