package io.osusume.intake.text;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;

/** Numbers as texts: a whole one without the .0 that columns of doubles and decimals have, so that ids are the same. */
public final class NumberText {
    /** Beyond it a double does not hold every whole number. */
    private static final double EXACT = 9e15;

    private NumberText() {}

    /** Of any value; one that is no number is cast as it is. */
    public static Column of(Column value, DataType type) {
        Column text = value.cast(DataTypes.StringType);
        if (type instanceof DecimalType) {
            return regexp_replace(text, lit("[.]0+$"), lit(""));
        }
        if (!(type instanceof DoubleType || type instanceof FloatType)) {
            return text;
        }
        Column whole = value.try_cast("decimal(38,0)");
        Column isWhole = abs(value).lt(EXACT).and(whole.equalTo(value));
        return when(coalesce(isWhole, lit(false)), whole.cast(DataTypes.StringType))
                .otherwise(text);
    }
}
