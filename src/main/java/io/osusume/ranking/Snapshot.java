package io.osusume.ranking;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.Map;

/**
 * Everything that purchases before one day say of products: what candidates are found by and judged by, tonight as well as at
 * the start of each window of the past.
 *
 * @param start the first day that is not known, counted from 1970
 * @param figures how each product sells, to the customers who teach
 * @param sales how each product sold, to everybody
 * @param eligible per product whether it may be offered: sold within {@code ranker.sold_within_days} before {@code start}
 * @param fresh eligible products by the number of new buyers lately, at most {@code ranker.popular_candidates}
 * @param together products that the same customers bought (cosine), all time
 * @param lately the same over the last {@code ranker.recent_days}
 * @param inOrder products of the same orders (cosine)
 * @param customerRules confidence of rules over customers' baskets
 * @param orderRules confidence of rules over orders
 * @param factors latent factors, all time
 * @param recentFactors latent factors, recent purchases weighing more
 * @param newcomers per span and product the sum of the tastes of those who bought it for the first time then
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
@DefaultSerializer(JavaSerializer.class) // Kryo cannot write records
public record Snapshot(
        int start,
        ProductFigures figures,
        ProductSales sales,
        boolean[] eligible,
        int[] fresh,
        Neighbours together,
        Neighbours lately,
        Neighbours inOrder,
        Neighbours customerRules,
        Neighbours orderRules,
        Factors factors,
        Factors recentFactors,
        Map<Span, float[][]> newcomers)
        implements Serializable {

    /** May be offered to this customer: new to the customer, and sold lately. The one definition for every method. */
    public boolean mayOffer(int product, PurchasedProducts bought) {
        return eligible[product] && !bought.has(product);
    }
}
