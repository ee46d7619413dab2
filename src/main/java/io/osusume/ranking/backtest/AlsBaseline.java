package io.osusume.ranking.backtest;

import io.osusume.config.BacktestConfig;
import io.osusume.ranking.History;
import io.osusume.ranking.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** MLlib's alternating least squares for implicit feedback (Hu, Koren & Volinsky 2008), fitted to what was ever bought. */
final class AlsBaseline {
    private final BacktestConfig.Als config;
    private final long seed;

    AlsBaseline(BacktestConfig.Als config, long seed) {
        this.config = config;
        this.seed = seed;
    }

    Baselines.AlsFactors fit(SparkSession spark, List<History> histories, Snapshot snapshot) {
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < histories.size(); c++) {
            for (int p : histories.get(c).boughtBefore(snapshot.start()).product()) {
                rows.add(RowFactory.create(c, p, 1.0f));
            }
        }
        Dataset<Row> ratings =
                spark.createDataFrame(rows, StructType.fromDDL("customer INT, product INT, rating FLOAT"));
        ALSModel model = new ALS()
                .setUserCol("customer")
                .setItemCol("product")
                .setRatingCol("rating")
                .setImplicitPrefs(true)
                .setRank(config.rank())
                .setAlpha(config.alpha())
                .setRegParam(config.regularisation())
                .setMaxIter(config.iterations())
                .setNumBlocks(spark.sparkContext().defaultParallelism())
                .setSeed(seed)
                .fit(ratings);
        float[][] products = new float[snapshot.eligible().length][];
        model.itemFactors().collectAsList().forEach(r -> products[r.getInt(0)] = vector(r));
        Map<String, float[]> customers = new HashMap<>();
        model.userFactors()
                .collectAsList()
                .forEach(r -> customers.put(histories.get(r.getInt(0)).customer(), vector(r)));
        return new Baselines.AlsFactors(products, customers);
    }

    private static float[] vector(Row row) {
        List<Float> values = row.getList(1);
        float[] vector = new float[values.size()];
        for (int k = 0; k < vector.length; k++) {
            vector[k] = values.get(k);
        }
        return vector;
    }
}
