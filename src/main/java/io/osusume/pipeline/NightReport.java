package io.osusume.pipeline;

import io.osusume.io.Manifest;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a run published.
 *
 * @param tables the published tables by name, readable where they now lie
 * @param warehouse the folder of all tables
 */
public record NightReport(Manifest manifest, Map<String, Dataset<Row>> tables, String warehouse) {}
