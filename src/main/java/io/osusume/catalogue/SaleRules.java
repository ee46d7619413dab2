package io.osusume.catalogue;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What may be sold to whom, as far as the catalogue and what somebody has decide: a product on sale, new to its buyer and of a
 * new family, with one (or all) of those that it requires owned, none owned that it excludes, is excluded by or is a substitute for, and
 * in the price band. The offers and the ranking's backtest ask it, and nobody else decides.
 *
 * @param priceBand how many times the dearest product that a sale builds on it may cost
 */
@DefaultSerializer(JavaSerializer.class) // Kryo cannot write records
public record SaleRules(Catalogue catalogue, double priceBand) implements Serializable {

    /** Whether a product costs no more than so many times the dearest that it builds on; unknown prices are in any band. */
    public boolean isInBand(double dearest, Item item) {
        return dearest <= 0 || item.price() == null || item.comparablePrice() <= dearest * priceBand;
    }

    /** The dearest of some products; 0 where no price is known. */
    public double dearest(Collection<String> ids) {
        return ids.stream()
                .map(catalogue::item)
                .filter(i -> i != null && i.price() != null)
                .mapToDouble(Item::comparablePrice)
                .max()
                .orElse(0);
    }

    /** Whether two different products cannot stand together: substitutes, or one excludes the other. */
    public static boolean clash(Item a, Item b) {
        return !a.id().equals(b.id())
                && (substitutes(a.terms(), b.terms())
                        || a.terms().excludes().contains(b.id())
                        || b.terms().excludes().contains(a.id()));
    }

    /** Whether two different products are no set: they clash, or are one thing in two sizes, colours or grades. */
    public static boolean isNoSet(Item a, Item b) {
        return clash(a, b) || (!a.id().equals(b.id()) && a.sameFamily(b));
    }

    private static boolean substitutes(Item.SaleTerms a, Item.SaleTerms b) {
        return a.substituteGroup() != null && a.substituteGroup().equals(b.substituteGroup());
    }

    /**
     * The rules for somebody.
     *
     * @param had products that were ever bought or are under contract
     * @param owned those that are had still, and are not used up
     */
    public Buyer forBuyer(Collection<String> had, Collection<String> owned) {
        return new Buyer(this, had, owned);
    }

    /** The rules for somebody of whom only purchases are known: what is used up is had, and not owned. */
    public Buyer forBuyer(Collection<String> bought) {
        List<String> durable = bought.stream()
                .filter(id -> catalogue.item(id) == null
                        || !catalogue.item(id).terms().consumable())
                .toList();
        return new Buyer(this, bought, durable);
    }

    /** What may be sold to one buyer; each answer takes as long as what the product excludes, whatever the buyer has. */
    public static final class Buyer {
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

        private Buyer(SaleRules rules, Collection<String> had, Collection<String> owned) {
            this.rules = rules;
            this.had = new HashSet<>(had);
            this.dearest = rules.dearest(had);
            this.owned = new HashSet<>(owned);
            had.stream().map(rules.catalogue::item).filter(i -> i != null).forEach(i -> {
                familiesHad.add(i.family());
                lastingCategories.add(i.terms().consumable() ? null : i.category());
            });
            List.of(familiesHad, lastingCategories).forEach(known -> known.remove(null));
            owned.stream().map(rules.catalogue::item).filter(i -> i != null).forEach(this::own);
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
         * and does not go with it. Empty: nothing.
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
                    .findFirst();
        }

        /** What of a product's family is had already; empty: nothing else. */
        public Optional<String> otherOfFamily(Item item) {
            return item.family() == null
                    ? Optional.empty()
                    : had.stream()
                            .filter(id -> !id.equals(item.id())
                                    && rules.catalogue.item(id) != null
                                    && rules.catalogue.item(id).sameFamily(item))
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
}
