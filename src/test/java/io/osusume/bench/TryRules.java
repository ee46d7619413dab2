package io.osusume.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;

import io.osusume.config.RulesConfig;
import io.osusume.rules.*;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

final class TryRules {
    private TryRules() {}

    public static void main(String[] args) {
        SparkSession s = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 2)
                .getOrCreate();
        s.sparkContext().setLogLevel("ERROR");
        Dataset<Row> groceries = s.read()
                .text(args[0] + "/groceries.csv")
                .select(split(col("value"), ",").as("items"))
                .persist(StorageLevel.MEMORY_ONLY());
        for (String a : new String[] {"0.001,10,0.8", "0.006,3,0.25", "0.006,10,0.25", "0.01,10,0.5"}) {
            String[] p = a.split(",", -1);
            RulesConfig c = TryConf.of(Double.parseDouble(p[0]), 1, Integer.parseInt(p[1]), Double.parseDouble(p[2]));
            long t = System.nanoTime();
            MinedItemsets m = new FrequentItemsets(c).mine(groceries);
            DerivedRules r = new AssociationRules(c).derive(m, BasketKind.ORDER);
            long n = r.rules().count();
            long t3 = System.nanoTime();
            System.out.println(a + " itemsets " + m.itemsets().count() + " rules " + n + " redundant " + r.redundant()
                    + " short "
                    + r.rules().where(size(col("antecedent")).leq(2)).count() + "  " + (t3 - t) / 1000000 + " ms " + r);
            r.rules().orderBy("log10_p").show(3, false);
        }
        Dataset<Row> lines = s.read().option("header", true).csv(args[0] + "/online-retail.csv.gz");
        Dataset<Row> baskets = lines.where(
                        "cast(Quantity as int) > 0 and not InvoiceNo like 'C%' and cast(UnitPrice as double) >= 0")
                .groupBy(col("InvoiceNo").as("basket_id"))
                .agg(collect_list(col("StockCode")).as("items"))
                .repartition(2)
                .persist(StorageLevel.MEMORY_ONLY());
        for (String a : new String[] {"0.02,100", "0.01,100", "0.01,3", "0.005,100", "0.003,3"}) {
            String[] p = a.split(",", -1);
            RulesConfig c = TryConf.of(Double.parseDouble(p[0]), 1, Integer.parseInt(p[1]), 0.1);
            long t = System.nanoTime();
            MinedItemsets m = new FrequentItemsets(c).mine(baskets);
            DerivedRules r = new AssociationRules(c).derive(m, BasketKind.ORDER);
            long t2 = System.nanoTime();
            long n = r.rules().count();
            long t3 = System.nanoTime();
            System.out.println(a + " " + n + " " + (t2 - t) / 1000000 + " + " + (t3 - t2) / 1000000 + " ms " + r);
        }
    }
}
