package io.osusume.ranking;

import io.osusume.tables.Orders;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The products that were ever bought; a product's code is its place in the order of ids.
 *
 * @param ids in their natural order
 */
public record ProductCodes(List<String> ids) implements Serializable {
    static final String CODE = "code";

    public ProductCodes {
        ids = List.copyOf(ids);
    }

    public int size() {
        return ids.size();
    }

    /** Negative where it was never bought. */
    public int code(String id) {
        return Math.max(-1, Collections.binarySearch(ids, id));
    }

    Dataset<Row> codes(SparkSession spark) {
        List<Row> rows = new ArrayList<>(ids.size());
        for (int code = 0; code < ids.size(); code++) {
            rows.add(RowFactory.create(ids.get(code), code));
        }
        return spark.createDataFrame(rows, StructType.fromDDL(Orders.PRODUCT_ID + " STRING, " + CODE + " INT"));
    }
}
