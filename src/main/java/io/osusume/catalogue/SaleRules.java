package io.osusume.catalogue;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/**
 * What may be sold to whom, as far as the catalogue and what somebody has decide: a product on sale, new to its buyer and of a
 * new family, with one (or all) of those that it requires owned, none owned that it excludes, is excluded by or is a substitute for,
 * in a currency of what is owned, and in the price band. The offers and the ranking's backtest ask it, and nobody else decides.
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

    /** Whether two products are no set: they clash, are one thing in two sizes, colours or grades, or are paid in two currencies. */
    public static boolean isNoSet(Item a, Item b) {
        return clash(a, b) || a.inOtherCurrency(b) || (!a.id().equals(b.id()) && a.sameFamily(b));
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
}
