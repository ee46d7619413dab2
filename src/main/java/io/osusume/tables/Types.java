package io.osusume.tables;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The few column types that tables use, named by what they hold. */
public final class Types {
    public static final DataType TEXT = DataTypes.StringType;
    public static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType, false);
    public static final DataType COUNT = DataTypes.LongType;
    public static final DataType WHOLE = DataTypes.IntegerType;
    public static final DataType FLAG = DataTypes.BooleanType;
    public static final DataType DAYS = DataTypes.createArrayType(DataTypes.DateType, false);
    /** An instant, UTC. */
    public static final DataType INSTANT = DataTypes.TimestampType;

    public static final DataType DAY = DataTypes.DateType;
    /** Money and amounts: exact, so that sums do not depend on the order of rows. */
    public static final DataType MONEY = DataTypes.createDecimalType(18, 4);
    /** A unit's share of its order's money: fine enough that no quantity makes the rounding a thousandth. */
    public static final DataType NET_PRICE = DataTypes.createDecimalType(24, 10);
    /** Pieces, seats, units of use: exact, and may be fractional (kilograms, hours). */
    public static final DataType QUANTITY = DataTypes.createDecimalType(18, 4);
    /** An estimate or a ratio; published with 9 significant digits. */
    public static final DataType ESTIMATE = DataTypes.DoubleType;

    private Types() {}
}
