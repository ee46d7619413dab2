package io.osusume.ranking;

import io.osusume.config.RankerTrainingConfig;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.linalg.VectorUDT;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.LeafNode;
import org.apache.spark.ml.tree.Node;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Learns boosted trees with MLlib from examples that lie in a fixed order in fixed partitions. The sample of what was not
 * bought weighs as it is: MLlib's steps are plain gradients, 4(y − p), which crawl where nearly nothing is bought. That only
 * moves the log odds by ln(share sampled), which the calibration, on corrected weights, takes back.
 */
final class Boosting {
    private static final String FEATURES = "features";
    private static final String LABEL = "label";
    private static final String WEIGHT = "weight";
    private static final StructType ROW = new StructType()
            .add(LABEL, DataTypes.DoubleType)
            .add(WEIGHT, DataTypes.DoubleType)
            .add(FEATURES, new VectorUDT());

    private final RankerTrainingConfig config;
    private final long seed;

    Boosting(RankerTrainingConfig config, long seed) {
        this.config = config;
        this.seed = seed;
    }

    /**
     * What was learned.
     *
     * @param importance per {@link Feature} its share of what all splits gained
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    record Boosted(Trees trees, double[] importance) {}

    /** @param features that may be looked at, as places in {@link Feature} */
    Boosted learn(SparkSession spark, List<Example> examples, int[] features) {
        List<Row> rows = new ArrayList<>(examples.size());
        for (Example e : examples) {
            double[] values = new double[features.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = e.features()[features[i]];
            }
            double weight = Math.pow(config.windowWeight(), e.window() - 1.0);
            rows.add(RowFactory.create(e.bought() ? 1.0 : 0.0, weight, Vectors.dense(values)));
        }
        Dataset<Row> data = spark.createDataFrame(rows, ROW).coalesce(2);
        GBTClassificationModel model = new GBTClassifier()
                .setFeaturesCol(FEATURES)
                .setLabelCol(LABEL)
                .setWeightCol(WEIGHT)
                .setMaxIter(config.trees())
                .setMaxDepth(config.depth())
                .setStepSize(config.step())
                .setMaxBins(64)
                .setMinInstancesPerNode(100)
                .setFeatureSubsetStrategy("0.5")
                .setCacheNodeIds(false)
                .setSeed(seed)
                .fit(data);
        double[] importance = new double[Feature.values().length];
        for (int i = 0; i < features.length; i++) {
            importance[features[i]] = model.featureImportances().apply(i);
        }
        return new Boosted(new Flattened(features).of(model), importance);
    }

    /** MLlib's nodes laid out as arrays. MLlib boosts F with p = 1 / (1 + e^−2F), so leaves count twice. */
    private static final class Flattened {
        private final int[] features;
        private final List<double[]> nodes = new ArrayList<>();

        Flattened(int[] features) {
            this.features = features;
        }

        Trees of(GBTClassificationModel model) {
            int[] roots = new int[model.trees().length];
            for (int t = 0; t < roots.length; t++) {
                roots[t] = add(model.trees()[t].rootNode(), 2 * model.treeWeights()[t]);
            }
            Trees trees = Trees.sized(roots.length, nodes.size());
            System.arraycopy(roots, 0, trees.root(), 0, roots.length);
            for (int i = 0; i < nodes.size(); i++) {
                double[] node = nodes.get(i);
                trees.feature()[i] = (int) node[0];
                trees.threshold()[i] = Rounded.significant(node[1]);
                trees.left()[i] = (int) node[2];
                trees.right()[i] = (int) node[3];
                trees.value()[i] = Rounded.significant(node[4]);
            }
            return trees;
        }

        private int add(Node node, double weight) {
            int at = nodes.size();
            if (node instanceof LeafNode leaf) {
                nodes.add(new double[] {-1, 0, 0, 0, leaf.prediction() * weight});
                return at;
            }
            InternalNode inner = (InternalNode) node;
            ContinuousSplit split = (ContinuousSplit) inner.split();
            double[] values = {features[split.featureIndex()], split.threshold(), 0, 0, 0};
            nodes.add(values);
            values[2] = add(inner.leftChild(), weight);
            values[3] = add(inner.rightChild(), weight);
            return at;
        }
    }
}
