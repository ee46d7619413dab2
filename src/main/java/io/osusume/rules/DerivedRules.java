package io.osusume.rules;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Association rules, and what became of the others.
 *
 * @param rows one rule a row, with the columns of table {@code rules}; at most {@code rules.max_rules}, those of the smallest q
 * @param cut rules that were left out for that
 * @param redundant rules of enough confidence that were dropped, since a simpler antecedent (or none) predicts as well
 * @param hypotheses m of the Benjamini–Hochberg procedure: pairs of a frequent antecedent and a frequent consequent
 */
public record DerivedRules(List<Row> rows, long cut, long redundant, long hypotheses) {
    /** How many rules there are. */
    public long kept() {
        return rows.size();
    }
}
