package io.osusume.rules;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rules of one kind of basket, and how they came about.
 *
 * @param rules one rule a row, with the columns of table {@code rules}
 * @param mined the itemsets that they were derived from, with what was seen on the way
 * @param derived how many rules there are, how many were redundant, and of how many pairs they were chosen
 */
public record MinedRules(Dataset<Row> rules, MinedItemsets mined, DerivedRules derived) {}
