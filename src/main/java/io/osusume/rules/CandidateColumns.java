package io.osusume.rules;

import io.osusume.tables.Rules;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns of rule candidates: antecedent, consequent and count as in table {@code rules}, and what measures are made of. */
final class CandidateColumns {
    /** In how many baskets the antecedent stands. */
    static final String COUNT_A = "count_a";
    /** In how many baskets the consequent stands. */
    static final String COUNT_C = "count_c";
    /** The highest confidence for the same consequent with fewer items before it, or none: s(C) at least. */
    static final String SIMPLER = "simpler";

    static final StructType SCHEMA = new StructType()
            .add(Rules.ANTECEDENT, DataTypes.createArrayType(DataTypes.StringType, false), false)
            .add(Rules.CONSEQUENT, DataTypes.StringType, false)
            .add(Rules.COUNT, DataTypes.LongType, false)
            .add(COUNT_A, DataTypes.LongType, false)
            .add(COUNT_C, DataTypes.LongType, false)
            .add(Rules.CONFIDENCE, DataTypes.DoubleType, false)
            .add(SIMPLER, DataTypes.DoubleType, false);

    private CandidateColumns() {}
}
