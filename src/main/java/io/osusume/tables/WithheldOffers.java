package io.osusume.tables;

/** Published {@code withheld_offers}: what the control arm would have got. Same columns as {@link Offers}. */
public final class WithheldOffers {
    public static final Table TABLE = new Table(
            "withheld_offers",
            "one offer that is not made, to one target of the control arm",
            Offers.TABLE.key(),
            Offers.TABLE.columns());

    private WithheldOffers() {}
}
