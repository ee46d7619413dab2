package io.osusume.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What may be sold to one buyer; each answer takes as long as what the product excludes, whatever the buyer has. */
public final class Buyer {
    private final SaleRules rules;
    private final Set<String> had;
    private final Set<String> familiesHad = new HashSet<>();
    private final Set<String> lastingCategories = new HashSet<>();
    private final double dearest;
    private final Set<String> owned;
    private final Map<String, Set<String>> tiersOwned = new HashMap<>();
    private final Map<String, Integer> topTier = new HashMap<>();
    /** Group of substitutes, and product that is excluded → what is owned of the one, and excludes the other. */
    private final Map<String, Set<String>> substitutes = new HashMap<>();

    private final Map<String, Set<String>> excluding = new HashMap<>();
    /** Currency → what is had in it; of what is owned, where anything is that is sold in one only. */
    private final Map<String, Set<String>> currencies = new HashMap<>();

    Buyer(SaleRules rules, Collection<String> had, Collection<String> owned) {
        this.rules = rules;
        this.had = new HashSet<>(had);
        this.dearest = rules.dearest(had);
        this.owned = new HashSet<>(owned);
        had.stream().map(rules.catalogue()::item).filter(i -> i != null).forEach(i -> {
            familiesHad.add(i.family());
            lastingCategories.add(i.terms().consumable() ? null : i.category());
        });
        List.of(familiesHad, lastingCategories).forEach(known -> known.remove(null));
        owned.stream().map(rules.catalogue()::item).filter(i -> i != null).forEach(this::own);
        pay(owned);
        if (currencies.isEmpty()) {
            pay(had);
        }
    }

    private void pay(Collection<String> products) {
        products.stream()
                .map(rules.catalogue()::item)
                .filter(i -> i != null && i.terms().sale().currency() != null)
                .forEach(i -> add(currencies, i.terms().sale().currency(), i));
    }

    private void own(Item item) {
        if (item.family() != null) {
            add(tiersOwned, item.family(), item);
            if (item.tier() != null) {
                topTier.merge(item.family(), item.tier(), Math::max);
            }
        }
        if (item.terms().substituteGroup() != null) {
            add(substitutes, item.terms().substituteGroup(), item);
        }
        item.terms().excludes().forEach(excluded -> add(excluding, excluded, item));
    }

    private static void add(Map<String, Set<String>> groups, String group, Item item) {
        groups.computeIfAbsent(group, g -> new HashSet<>()).add(item.id());
    }

    /** Whether a product may be sold beside what the buyer has. */
    public boolean mayBuy(Item item) {
        return item.price() != null
                && item.costs()
                && item.terms().sale().offerable()
                && isNew(item)
                && obstacle(item, null, Set.of()).isEmpty()
                && isInBand(item);
    }

    /** On sale, and neither had nor of a family of which something is had. */
    public boolean isNew(Item item) {
        return item.terms().onSale() && !had.contains(item.id()) && !familiesHad.contains(item.family());
    }

    /** Whether nothing that lasts, and is not used up, is had of its category; an unknown category counts as another. */
    public boolean isOfNewCategory(Item item) {
        return !lastingCategories.contains(item.category());
    }

    /**
     * What stands in the way of a product: itself where it is not on sale, what it requires and is not owned, or what is owned
     * and does not go with it or is paid in another currency. Empty: nothing.
     *
     * @param replaced a product that it replaces, and so may clash with; null: none
     * @param with what is sold with it, and so may be what it requires
     */
    public Optional<String> obstacle(Item item, String replaced, Set<String> with) {
        Item.SaleTerms terms = item.terms();
        if (!terms.onSale()) {
            return Optional.of(item.id());
        }
        Predicate<String> there = id -> owned.contains(id) || with.contains(id);
        if (!terms.requires().metBy(there)) {
            return terms.requires().ids().stream()
                    .filter(there.negate())
                    .sorted()
                    .findFirst();
        }
        return Stream.of(
                        substitutes.getOrDefault(String.valueOf(terms.substituteGroup()), Set.of()),
                        excluding.getOrDefault(item.id(), Set.of()),
                        terms.excludes())
                .flatMap(Set::stream)
                .filter(o -> owned.contains(o) && !o.equals(item.id()) && !o.equals(replaced))
                .sorted()
                .findFirst()
                .or(() -> paidOtherwise(item));
    }

    private Optional<String> paidOtherwise(Item item) {
        String currency = item.terms().sale().currency();
        return currency == null || currencies.containsKey(currency)
                ? Optional.empty()
                : currencies.values().stream().flatMap(Set::stream).sorted().findFirst();
    }

    /** What of a product's family is had already; empty: nothing else. */
    public Optional<String> otherOfFamily(Item item) {
        return item.family() == null
                ? Optional.empty()
                : had.stream()
                        .filter(id -> !id.equals(item.id())
                                && rules.catalogue().item(id) != null
                                && rules.catalogue().item(id).sameFamily(item))
                        .sorted()
                        .findFirst();
    }

    /** Whether it costs no more than so many times the dearest product that is had. */
    public boolean isInBand(Item item) {
        return rules.isInBand(dearest, item);
    }

    /** Whether this tier of its family, or a higher one, is owned. */
    public boolean ownsTier(Item item) {
        Integer top = item.family() == null ? null : topTier.get(item.family());
        return item.tier() != null && top != null && top >= item.tier();
    }

    /** Whether another product of its family is owned. */
    public boolean ownsOtherOfFamily(Item item) {
        return item.family() != null
                && tiersOwned.getOrDefault(item.family(), Set.of()).stream().anyMatch(o -> !o.equals(item.id()));
    }
}
