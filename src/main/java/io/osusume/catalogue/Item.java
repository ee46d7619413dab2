package io.osusume.catalogue;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One product, as far as offers and the ranking need it: {@link #of} makes one, {@code with} changes a part of it.
 *
 * @param observed what its customers do
 */
public record Item(Label label, Tariff tariff, SaleTerms terms, Ladder ladder, Observed observed)
        implements Serializable {
    private static final String LEVEL = "/";

    /**
     * What it is.
     *
     * @param category null: of none that is known
     */
    public record Label(String id, String name, String category, String contentTrack) implements Serializable {}

    /**
     * What it sells for and earns, of one unit or of one billing period.
     *
     * @param price null when nobody knows
     * @param margin 0 when the price is unknown
     * @param periodsPerYear 12 when billed by month, 1 by year, 0.5 every two years, 0 when sold once
     */
    public record Tariff(BigDecimal price, double margin, double periodsPerYear) implements Serializable {}

    /**
     * What must hold for it to be sold ({@link SaleRules}).
     *
     * @param sale whether it is sold at all, and until when
     * @param consumable used up: whoever bought it does not own it
     * @param requires products of which one, or all, must be owned first
     * @param excludes products that it cannot be owned together with
     * @param substituteGroup of products of which one is enough; null: none
     * @param durable known to last: not merely not known to be used up
     */
    public record SaleTerms(
            Sale sale,
            boolean consumable,
            Required requires,
            Set<String> excludes,
            String substituteGroup,
            boolean durable)
            implements Serializable {
        /** Whether it lasts is not known. */
        public SaleTerms(
                Sale sale, boolean consumable, Required requires, Set<String> excludes, String substituteGroup) {
            this(sale, consumable, requires, excludes, substituteGroup, false);
        }

        public boolean onSale() {
            return sale.open();
        }
    }

    /**
     * What must be owned first.
     *
     * @param ids of products; empty: nothing
     * @param all whether one of them is not enough
     */
    public record Required(Set<String> ids, boolean all) implements Serializable {
        public static final Required NOTHING = new Required(Set.of(), false);

        boolean metBy(Predicate<String> owned) {
            return ids.isEmpty()
                    || (all ? ids.stream().allMatch(owned) : ids.stream().anyMatch(owned));
        }
    }

    /**
     * Its place among those that are one product at several levels.
     *
     * @param family null: of no family
     * @param tier null: on no ladder
     * @param higher the product on sale of the nearest higher tier of the family; null at the top
     * @param lower the same downwards
     */
    public record Ladder(String family, Integer tier, String higher, String lower) implements Serializable {}

    /** A product of no family, of whose customers nothing is known. */
    public static Item of(Label label, Tariff tariff, SaleTerms terms) {
        return new Item(label, tariff, terms, new Ladder(null, null, null, null), Observed.NOTHING);
    }

    public Item with(Tariff other) {
        return new Item(label, other, terms, ladder, observed);
    }

    /** Whether it costs something: what is free is part of no offer. An unknown price counts as one. */
    public boolean costs() {
        return price() == null || price().signum() > 0;
    }

    /** Whether something may be said to go with it: not with fees that offers.exclude names, nor with a free sample. */
    public boolean speaks() {
        return terms.sale().nameable() && (costs() || recurring());
    }

    public Item with(SaleTerms other) {
        return new Item(label, tariff, other, ladder, observed);
    }

    public Item with(Ladder other) {
        return new Item(label, tariff, terms, other, observed);
    }

    public Item with(Observed other) {
        return new Item(label, tariff, terms, ladder, other);
    }

    public String id() {
        return label.id();
    }

    public String category() {
        return label.category();
    }

    public BigDecimal price() {
        return tariff.price();
    }

    public double margin() {
        return tariff.margin();
    }

    public double periodsPerYear() {
        return tariff.periodsPerYear();
    }

    public String family() {
        return ladder.family();
    }

    public Integer tier() {
        return ladder.tier();
    }

    public boolean recurring() {
        return periodsPerYear() > 0;
    }

    /** The price of a year of a contract, or of one piece, so that both kinds of contracts compare. */
    public double comparablePrice() {
        return price() == null ? Double.NaN : price().doubleValue() * (recurring() ? periodsPerYear() : 1);
    }

    /** The same for whom a year of it comes to this. Its cost stays what it is. */
    public Item paying(double perYear) {
        if (!recurring() || price() == null) {
            return this;
        }
        double now = perYear / periodsPerYear();
        return with(new Tariff(BigDecimal.valueOf(now), margin() + now - price().doubleValue(), periodsPerYear()));
    }

    /** The same for who pays in this period: at its list price where nobody does, or it is null. */
    public Item every(String period) {
        return paidEvery(period) ? paying(observed.perYear().get(period)) : this;
    }

    /** Whether it is known what those pay who pay in this period, which is not its own. */
    public boolean paidEvery(String period) {
        return period != null && observed.perYear().containsKey(period);
    }

    /** A product without family is one of its own. */
    public String familyOrSelf() {
        return family() == null ? id() : family();
    }

    /** Whether another product is of the same category, which is a path such as {@code Clothing/Tights}: one level is wide. */
    public boolean sameKind(Item other) {
        return category() != null && category().contains(LEVEL) && category().equals(other.category());
    }

    /** Whether nobody can pay for both in one currency. */
    public boolean inOtherCurrency(Item other) {
        String mine = terms.sale().currency();
        String its = other.terms.sale().currency();
        return mine != null && its != null && !mine.equals(its);
    }

    public boolean sameFamily(Item other) {
        return family() != null && family().equals(other.family());
    }
}
