package io.osusume.rules;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Association rules, and what became of the others.
 *
 * @param rules one rule a row, with the columns of table {@code rules}
 * @param kept how many rules these are
 * @param redundant rules of enough confidence that were dropped, since a simpler antecedent (or none) predicts as well
 * @param hypotheses m of the Benjamini–Hochberg procedure: pairs of a frequent antecedent and a frequent consequent
 */
public record DerivedRules(Dataset<Row> rules, long kept, long redundant, long hypotheses) {}
