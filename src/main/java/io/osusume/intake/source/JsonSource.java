package io.osusume.intake.source;

import io.osusume.config.SourceConfig;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads json. */
final class JsonSource {
    private final SparkSession spark;
    private final SourceConfig config;
    private final SourceFiles files;

    JsonSource(SparkSession spark, SourceConfig config, SourceFiles files) {
        this.spark = spark;
        this.config = config;
        this.files = files;
    }

    RawRows read(Set<String> used) {
        StructType schema = config.schema().map(StructType::fromDDL).orElseGet(() -> {
            StructType all = new StructType();
            for (String name : used) {
                all = all.add(name, DataTypes.StringType);
            }
            return all;
        });
        DataFrameReader reader = spark.read()
                .format("json")
                .options(config.options())
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", Sources.CORRUPT_LINE)
                .schema(schema.add(Sources.CORRUPT_LINE, DataTypes.StringType));
        return new RawRows(reader.load(files.root()), List.of(), files);
    }
}
