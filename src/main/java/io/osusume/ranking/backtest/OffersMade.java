package io.osusume.ranking.backtest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.osusume.catalogue.Buyer;
import io.osusume.catalogue.CatalogueReader;
import io.osusume.catalogue.Item;
import io.osusume.catalogue.SaleRules;
import io.osusume.tables.CustomerHoldings;
import io.osusume.tables.Datasets;
import io.osusume.tables.OfferType;
import io.osusume.tables.Offers;
import io.osusume.tables.Prices;
import io.osusume.tables.Products;
import io.osusume.tables.RankedProducts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The cross-sell offers of one night of the past (those withheld from control customers with them), and beside them what the
 * ranking alone would have offered: to the same customers as many products, the best by p_buy × margin of what {@link
 * SaleRules} let it sell to each, of whatever category (the offers keep to other categories than what they build on).
 */
public final class OffersMade {
    private static final String OFFERED = "offered";
    private static final String MARGIN = "shown_margin";
    private static final String HAD = "had";
    private static final String OWNED = "owned_products";
    private static final String BEST_FIRST = "best_first";
    private static final String SCORE = "score";

    private final SaleRules sale;
    private final Dataset<Row> margins;

    /** @param priced {@link Prices} of the night */
    private OffersMade(Dataset<Row> priced, double priceBand) {
        this.sale = new SaleRules(CatalogueReader.read(priced), priceBand);
        this.margins = broadcast(priced.select(
                col(Products.PRODUCT_ID),
                coalesce(col(Prices.MARGIN).cast("double"), lit(0.0)).as(MARGIN)));
    }

    /**
     * What one customer was shown, or would have been.
     *
     * @param made whether the night offered it; else it is the ranking's own
     * @param pBuy as the night knew it; null where it did not
     * @param margin of one unit
     */
    public record Shown(LocalDate asOf, String customer, String product, boolean made, Double pBuy, double margin) {}

    /**
     * What a night showed. Grows with the customers who were offered something.
     *
     * @param offers made, or withheld: {@link Offers}
     * @param from {@link RankedProducts}, {@link Prices}, {@link CustomerHoldings}
     */
    public static List<Shown> of(Dataset<Row> offers, Datasets from, LocalDate asOf, double priceBand) {
        return new OffersMade(from.of(Prices.TABLE), priceBand).shown(offers, from, asOf);
    }

    private List<Shown> shown(Dataset<Row> made, Datasets from, LocalDate asOf) {
        Dataset<Row> offers = made.select(columns())
                .where(col(Offers.TARGET_TYPE)
                        .equalTo(Offers.CUSTOMER)
                        .and(col(Offers.OFFER_TYPE).equalTo(OfferType.CROSS_SELL.wire()))
                        .and(col(Offers.PRODUCT_ID).isNotNull()));
        List<Shown> all = new ArrayList<>();
        offers.join(margins, Products.PRODUCT_ID)
                .collectAsList()
                .forEach(r -> all.add(new Shown(
                        asOf,
                        r.getAs(Offers.CUSTOMER_ID),
                        r.getAs(Offers.PRODUCT_ID),
                        true,
                        r.getAs(Offers.P_BUY),
                        r.<Double>getAs(MARGIN))));
        Broadcast<SaleRules> shared = JavaSparkContext.fromSparkContext(
                        offers.sparkSession().sparkContext())
                .broadcast(sale);
        best(offers, from)
                .toJavaRDD()
                .mapPartitions(rows -> best(rows, shared.value()))
                .collect()
                .forEach(b -> all.add(new Shown(asOf, b.customer(), b.product(), false, b.pBuy(), b.margin())));
        shared.destroy();
        return all;
    }

    private static Column[] columns() {
        return new Column[] {
            col(Offers.TARGET_TYPE),
            col(Offers.OFFER_TYPE),
            col(Offers.CUSTOMER_ID),
            col(Offers.PRODUCT_ID),
            col(Offers.P_BUY)
        };
    }

    /** One row a customer: how many were offered, what is had, and what was ranked, the best first. */
    private Dataset<Row> best(Dataset<Row> offers, Datasets from) {
        Dataset<Row> customers =
                offers.groupBy(Offers.CUSTOMER_ID).agg(count(lit(1)).as(OFFERED));
        Column owned = col(CustomerHoldings.OWNED);
        Column had = owned.or(col(CustomerHoldings.NET_QUANTITY).gt(0))
                .or(col(CustomerHoldings.CONTRACT_QUANTITY).isNotNull());
        Dataset<Row> holdings = from.of(CustomerHoldings.TABLE)
                .groupBy(CustomerHoldings.CUSTOMER_ID)
                .agg(
                        collect_set(when(had, col(CustomerHoldings.PRODUCT_ID))).as(HAD),
                        collect_set(when(owned, col(CustomerHoldings.PRODUCT_ID)))
                                .as(OWNED));
        Dataset<Row> ranked = from.of(RankedProducts.TABLE)
                .where(col(RankedProducts.P_BUY).isNotNull())
                .join(margins, RankedProducts.PRODUCT_ID)
                .groupBy(RankedProducts.CUSTOMER_ID)
                .agg(sort_array(
                                collect_list(struct(
                                        col(RankedProducts.P_BUY)
                                                .multiply(col(MARGIN))
                                                .as(SCORE),
                                        col(RankedProducts.PRODUCT_ID),
                                        col(RankedProducts.P_BUY),
                                        col(MARGIN))),
                                false)
                        .as(BEST_FIRST));
        return customers.join(ranked, Offers.CUSTOMER_ID).join(holdings, Offers.CUSTOMER_ID);
    }

    /** One product that the ranking alone would have offered. */
    record Best(String customer, String product, double pBuy, double margin) implements java.io.Serializable {}

    private static boolean maySell(Buyer buyer, Item item) {
        return item != null && buyer.mayBuy(item);
    }

    private static Iterator<Best> best(Iterator<Row> customers, SaleRules sale) {
        List<Best> best = new ArrayList<>();
        while (customers.hasNext()) {
            Row row = customers.next();
            Buyer buyer = sale.forBuyer(row.getList(row.fieldIndex(HAD)), row.getList(row.fieldIndex(OWNED)));
            row.<Row>getList(row.fieldIndex(BEST_FIRST)).stream()
                    .filter(r -> maySell(buyer, sale.catalogue().item(r.getAs(RankedProducts.PRODUCT_ID))))
                    .limit(row.<Long>getAs(OFFERED))
                    .forEach(r -> best.add(new Best(
                            row.getAs(Offers.CUSTOMER_ID),
                            r.getAs(RankedProducts.PRODUCT_ID),
                            r.<Double>getAs(RankedProducts.P_BUY),
                            r.<Double>getAs(MARGIN))));
        }
        return best.iterator();
    }
}
