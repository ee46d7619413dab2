package io.osusume.offers;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import io.osusume.tables.RankedProducts;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What p_buy usually is; 0 where nothing could be learned.
 *
 * @param ranked the mean of the best that were ranked of each customer
 * @param offered the mean of the first places, as many as a customer gets offers
 */
record UsualPBuy(double ranked, double offered) {
    /** Of exact sums, so that the order of rows does not matter. */
    static UsualPBuy of(Dataset<Row> ranked, int kept, int offers) {
        Row means = ranked.agg(upTo(kept), upTo(Math.min(kept, offers))).first();
        return new UsualPBuy(mean(means, 0), mean(means, 1));
    }

    private static Column upTo(int places) {
        return avg(when(
                col(RankedProducts.PLACE).leq(places), col(RankedProducts.P_BUY).cast("decimal(18,12)")));
    }

    private static double mean(Row means, int at) {
        return means.isNullAt(at) ? 0 : means.getDecimal(at).doubleValue();
    }
}
