package io.osusume;

import org.apache.spark.sql.SparkSession;

public final class Osusume {
    private Osusume() {}

    public static void main(String[] args) {
        SparkSession s = SparkSession.builder().master("local[2]").getOrCreate();
        System.out.println(s.range(10).count());
    }
}
