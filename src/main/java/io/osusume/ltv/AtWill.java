package io.osusume.ltv;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import java.io.Serializable;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What tonight's values of buying at will come from.
 *
 * @param all for who is of no group
 * @param grouping null where customers are not told apart
 * @param groups by place
 */
@DefaultSerializer(JavaSerializer.class) // Kryo cannot write records
record AtWill(NonContractual all, Grouping grouping, Map<Integer, NonContractual> groups) implements Serializable {
    static AtWill of(NonContractual all) {
        return new AtWill(all, null, Map.of());
    }

    /** With what {@link #place} asks for. */
    Dataset<Row> toldApart(Dataset<Row> customers, FirstOrders first) {
        return grouping == null ? customers : first.tellOf(customers);
    }

    /** The place of a customer's group, 0 for none. */
    Column place() {
        return grouping == null ? functions.lit(0) : grouping.place();
    }

    NonContractual of(int place) {
        return groups.getOrDefault(place, all);
    }
}
