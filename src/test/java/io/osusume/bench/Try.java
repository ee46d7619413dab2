package io.osusume.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;

import io.osusume.config.RulesConfig;
import io.osusume.rules.FrequentItemsets;
import io.osusume.rules.MinedItemsets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

final class Try {
    private Try() {}

    public static void main(String[] args) {
        SparkSession s = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", 2)
                .getOrCreate();
        s.sparkContext().setLogLevel("WARN");
        Dataset<Row> lines = s.read().option("header", true).csv(args[0] + "/online-retail.csv.gz");
        lines.printSchema();
        Dataset<Row> baskets = lines.where(
                        "cast(Quantity as int) > 0 and not InvoiceNo like 'C%' and cast(UnitPrice as double) >= 0")
                .groupBy(col("InvoiceNo").as("basket_id"))
                .agg(collect_list(col("StockCode")).as("items"))
                .repartition(2)
                .persist(StorageLevel.MEMORY_ONLY());
        System.out.println(baskets.count());
        for (String a :
                new String[] {"0.02,100", "0.01,100", "0.01,3", "0.005,100", "0.005,3", "0.003,100", "0.003,3"}) {
            String[] p = a.split(",", -1);
            RulesConfig c = TryConf.of(Double.parseDouble(p[0]), 1, Integer.parseInt(p[1]), 0.1);
            for (int i = 0; i < 8; i++) {
                long t = System.nanoTime();
                MinedItemsets m = new FrequentItemsets(c).mine(baskets);
                long t2 = System.nanoTime();
                long n = m.itemsets().count();
                long t3 = System.nanoTime();
                System.out.println(a + " " + n + " " + (t2 - t) / 1000000 + " + " + (t3 - t2) / 1000000 + " ms");
            }
        }
    }
}
