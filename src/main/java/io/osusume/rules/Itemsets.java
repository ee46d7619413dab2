package io.osusume.rules;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Columns of baskets (one basket a row) and of itemsets (one frequent itemset a row). */
final class Itemsets {
    /** The products of a basket or of an itemset; in an itemset sorted and without repetition. */
    static final String ITEMS = "items";
    /** In how many baskets the whole itemset stands. */
    static final String COUNT = "count";

    static final StructType SCHEMA = new StructType(new StructField[] {
        new StructField(ITEMS, DataTypes.createArrayType(DataTypes.StringType, false), false, Metadata.empty()),
        new StructField(COUNT, DataTypes.LongType, false, Metadata.empty())
    });

    private Itemsets() {}
}
