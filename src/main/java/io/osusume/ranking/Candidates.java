package io.osusume.ranking;

/**
 * The products that may be offered to one customer, with what speaks for them.
 *
 * @param bought what the customer had bought before
 * @param product codes, ascending
 * @param features per product the values of {@link Feature}, in its order
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
public record Candidates(PurchasedProducts bought, int[] product, float[][] features) {
    public int size() {
        return product.length;
    }
}
