package io.osusume.acceptance;

import io.osusume.stats.Quantiles;
import io.osusume.tables.Acceptance;
import io.osusume.tables.Offers;
import io.osusume.tables.Rounding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Writes and reads the table {@link Acceptance}. */
public final class Published {
    private Published() {}

    /**
     * The table.
     *
     * @param confidence of the intervals
     */
    public static Dataset<Row> of(AcceptanceModel model, double confidence, SparkSession spark) {
        double z = Quantiles.twoSided(confidence);
        List<Row> rows = model.coefficients().stream()
                .map(c -> row(c, z, model.centre()))
                .toList();
        return spark.createDataFrame(rows, Acceptance.TABLE.schema());
    }

    private static Row row(Coefficient c, double z, double centre) {
        return RowFactory.create(
                c.key().term(),
                c.key().level(),
                Rounding.significant(c.priorMean()),
                Rounding.significant(c.priorDeviation()),
                Rounding.significant(c.mean()),
                Rounding.significant(c.deviation()),
                Rounding.significant(c.mean() - z * c.deviation()),
                Rounding.significant(c.mean() + z * c.deviation()),
                Rounding.significant(c.moved()),
                Rounding.significant(c.heldBack()),
                c.outcome().trials(),
                c.outcome().taken(),
                Rounding.significant(c.outcome().forecast()),
                c.outcome().forecastTaken(),
                c.key().term().equals(Term.P_BUY) ? Rounding.significant(centre) : null);
    }

    /**
     * What was known beside, of the published terms of an offer's acceptance.
     *
     * @param terms null where none were published
     */
    public static List<Term> beside(List<Row> terms) {
        return terms == null
                ? List.of()
                : terms.stream()
                        .map(t -> new Term(t.getAs(Offers.TERM), t.getAs(Offers.LEVEL), t.<Double>getAs(Offers.X)))
                        .filter(Beside::isOne)
                        .toList();
    }

    /** What coefficients were taken to be. */
    public static Map<Term.Key, Double> means(Dataset<Row> published) {
        Map<Term.Key, Double> means = new TreeMap<>();
        published
                .select(Acceptance.TERM, Acceptance.LEVEL, Acceptance.MEAN)
                .collectAsList()
                .forEach(r -> means.put(new Term.Key(r.getString(0), r.getString(1)), r.getDouble(2)));
        return means;
    }
}
