package io.osusume.ranking;

import io.osusume.tables.Products;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Numbers of categories, families and other groups of products. */
public final class Categories {
    private Categories() {}

    /** Per product code the number of its group, in the order of names; −1 where it has none. */
    public static int[] of(Dataset<Row> products, String column, ProductCodes catalogue) {
        List<Row> rows = products.select(Products.PRODUCT_ID, column).collectAsList();
        Map<String, Integer> numbers = new TreeMap<>();
        Map<String, String> groups = new HashMap<>();
        rows.stream().filter(r -> !r.isNullAt(1)).forEach(r -> {
            numbers.put(r.getString(1), 0);
            groups.put(r.getString(0), r.getString(1));
        });
        int next = 0;
        for (Map.Entry<String, Integer> e : numbers.entrySet()) {
            e.setValue(next++);
        }
        int[] codes = new int[catalogue.size()];
        Arrays.setAll(codes, code -> {
            String group = groups.get(catalogue.ids().get(code));
            return group == null ? -1 : numbers.get(group);
        });
        return codes;
    }
}
