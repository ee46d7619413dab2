package io.osusume.catalogue;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.osusume.errors.UserException;
import io.osusume.tables.Products;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Which products are not offered: those that {@code products.offerable} forbids, and those of which a condition holds.
 *
 * @param condition SQL over the columns of products; empty: none
 */
public record Exclusion(Optional<String> condition) {
    public static final Exclusion NONE = new Exclusion(Optional.empty());

    private static final String SETTING = "offers.exclude";

    /** Whether a product may be offered. */
    Column mayBeOffered(Dataset<Row> products) {
        return coalesce(col(Products.OFFERABLE), lit(true)).and(mayBeNamed(products));
    }

    /**
     * Whether a product may be spoken of as what something goes with: what is sold no longer may, tobacco and fees may not. A
     * condition that is neither true nor false does not exclude.
     */
    Column mayBeNamed(Dataset<Row> products) {
        return condition
                .map(c -> coalesce(excluded(c, products), lit(false)).equalTo(false))
                .orElse(lit(true));
    }

    private static Column excluded(String condition, Dataset<Row> products) {
        Column excluded;
        try {
            excluded = expr(condition);
            if (!products.select(excluded).schema().fields()[0].dataType().equals(DataTypes.BooleanType)) {
                throw wrong(condition, "it is a value, and must be a condition: true of what is not offered", null);
            }
        } catch (Exception e) {
            if (e instanceof AnalysisException) {
                throw wrong(condition, e.getMessage().lines().findFirst().orElse(""), e);
            }
            throw e;
        }
        return excluded;
    }

    private static UserException wrong(String condition, String why, Exception cause) {
        return UserException.configuration(
                SETTING + " = \"" + condition + "\" cannot be read: " + why
                        + "\n  write a condition over the columns of products, such as " + SETTING
                        + " = \"category IN ('tobacco', 'gift card') OR name LIKE '%deposit%'\"",
                cause);
    }
}
