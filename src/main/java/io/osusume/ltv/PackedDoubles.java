package io.osusume.ltv;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Brings rows of doubles to the driver packed, 8 bytes a value instead of a row object each. */
final class PackedDoubles {
    private static final int ROWS = 65_536;
    private static final StructType PACKED = StructType.fromDDL("doubles BINARY");

    private PackedDoubles() {}

    /** All rows, in no particular order; every column must be a double. */
    static double[][] collect(Dataset<Row> rows) {
        int width = rows.columns().length;
        List<Row> packed = rows.mapPartitions(
                        (MapPartitionsFunction<Row, Row>) in -> pack(in, width), Encoders.row(PACKED))
                .collectAsList();
        List<double[]> unpacked = new ArrayList<>();
        for (Row row : packed) {
            ByteBuffer bytes = ByteBuffer.wrap(row.<byte[]>getAs(0));
            while (bytes.hasRemaining()) {
                double[] values = new double[width];
                for (int i = 0; i < width; i++) {
                    values[i] = bytes.getDouble();
                }
                unpacked.add(values);
            }
        }
        return unpacked.toArray(double[][]::new);
    }

    private static Iterator<Row> pack(Iterator<Row> rows, int width) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                ByteBuffer bytes = ByteBuffer.allocate(ROWS * width * Double.BYTES);
                for (int n = 0; n < ROWS && rows.hasNext(); n++) {
                    Row row = rows.next();
                    for (int i = 0; i < width; i++) {
                        bytes.putDouble(row.getDouble(i));
                    }
                }
                byte[] filled = new byte[bytes.position()];
                bytes.flip().get(filled);
                return RowFactory.create((Object) filled);
            }
        };
    }
}
