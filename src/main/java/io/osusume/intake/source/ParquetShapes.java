package io.osusume.intake.source;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.StructType;

/** Reads the columns of Parquet files from their footers. */
final class ParquetShapes {
    private final ParquetToSparkSchemaConverter converter;

    /** @param spark with {@code spark.sql.legacy.parquet.nanosAsLong} set: without it nanoseconds are no type at all */
    ParquetShapes(SparkSession spark) {
        converter = new ParquetToSparkSchemaConverter(((org.apache.spark.sql.classic.SparkSession) spark)
                .sessionState()
                .conf());
    }

    Shape of(FileStatus file, Configuration hadoop) throws IOException {
        StructType columns = new StructType();
        Map<String, Boolean> nanos = new TreeMap<>();
        Map<String, String> unreadable = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Type column : footer(file, hadoop).getFields()) {
            try {
                columns = columns.add(
                        converter.convert(new MessageType("one", column)).fields()[0]);
                instants(column, nanos);
            } catch (Exception e) { // AnalysisException, undeclared
                unreadable.put(column.getName(), String.valueOf(column).replaceAll("\\s+", " "));
            }
        }
        return new Shape(file.getPath(), columns, nanos, unreadable);
    }

    private static MessageType footer(FileStatus file, Configuration hadoop) throws IOException {
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromStatus(file, hadoop),
                HadoopReadOptions.builder(hadoop)
                        .withMetadataFilter(ParquetMetadataConverter.SKIP_ROW_GROUPS)
                        .build())) {
            return reader.getFileMetaData().getSchema();
        }
    }

    private static void instants(Type column, Map<String, Boolean> nanos) {
        if (column.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.TimestampLogicalTypeAnnotation t
                && t.getUnit() == LogicalTypeAnnotation.TimeUnit.NANOS) {
            nanos.put(column.getName(), t.isAdjustedToUTC());
        }
    }
}
