package io.osusume.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.udf;

import io.osusume.stats.BetaBinomial;
import io.osusume.tables.Rounding;
import io.osusume.tables.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/**
 * Response rate shrunken to the population: (s + κμ)/(n + κ), with n contacts in 365 days and s welcome reactions to them;
 * μ for a customer without contacts.
 *
 * <p>μ and κ by the method of moments for beta-binomial counts of unequal size (Kleinman, JASA 68, 1973), weights n: with
 * S = Σ n(s/n − μ)², k customers with contacts and N = Σ n,
 * ρ = (S − μ(1−μ)(k−1)) / (μ(1−μ)(N − Σn²/N − (k−1))) and κ = 1/ρ − 1, kept in [0.5, 1000]; 5 where ρ cannot be told.
 */
final class ResponseRate {
    private static final String MEAN = "_response_mean";
    private static final String STRENGTH = "_response_strength";
    private static final double LEAST_STRENGTH = 0.5;
    private static final double MOST_STRENGTH = 1000;
    private static final double USUAL_STRENGTH = 5;
    /** Exact sums do not depend on the order of rows. */
    private static final String EXACT = "decimal(38,9)";

    /** Of one row: null stays null. */
    private static final UserDefinedFunction KAPPA = udf(
            (UDF1<Double, Double>)
                    rho -> rho == null ? null : BetaBinomial.strength(rho, LEAST_STRENGTH, MOST_STRENGTH),
            Types.ESTIMATE);

    private ResponseRate() {}

    /** μ and κ from contacts and reactions per customer. Grain: one row. */
    static Dataset<Row> population(Dataset<Row> counts) {
        Column n = col(ContactSummary.CONTACTS_365D);
        Column s = col(ContactSummary.REACTIONS_365D);
        Column squares = try_divide(s.multiply(s).cast("double"), n.cast("double"));
        Dataset<Row> sums = counts.agg(
                sum(n).cast("double").as("_n"),
                sum(s).cast("double").as("_s"),
                sum(n.multiply(n)).cast("double").as("_n2"),
                sum(squares.cast(EXACT)).cast("double").as("_s2n"),
                count_if(n.gt(0)).minus(1).cast("double").as("_others"));
        Column mean = try_divide(col("_s"), col("_n"));
        Column binomial = mean.multiply(lit(1.0).minus(mean));
        Column spread = col("_s2n").minus(col("_s").multiply(mean));
        Column rho = try_divide(
                spread.minus(binomial.multiply(col("_others"))),
                binomial.multiply(
                        col("_n").minus(try_divide(col("_n2"), col("_n"))).minus(col("_others"))));
        return sums.select(
                mean.as(MEAN),
                Rounding.significant(coalesce(KAPPA.apply(rho), lit(USUAL_STRENGTH)))
                        .as(STRENGTH));
    }

    /** The rate of a customer, given the columns of {@link #population}; null when nobody was contacted. */
    static Column rate() {
        Column n = coalesce(col(ContactSummary.CONTACTS_365D), lit(0)).cast("double");
        Column s = coalesce(col(ContactSummary.REACTIONS_365D), lit(0)).cast("double");
        return s.plus(col(STRENGTH).multiply(col(MEAN))).divide(n.plus(col(STRENGTH)));
    }

    static String[] columns() {
        return new String[] {MEAN, STRENGTH};
    }
}
