package io.osusume.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.SuccessCases;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Patterns of past offers of a product: who took it in what situation, and what followed. */
final class SuccessesGrid {
    private static final String ID = "successes";
    /** Ends a heading where the word for the column means rows elsewhere. */
    private static final String OF_CUSTOMERS = "_customers";

    private static final String PLACE = "_place";
    private static final List<Heading> COLUMNS = List.of(
            Heading.of(SuccessCases.PRODUCT_ID, Kind.PRODUCTS),
            Heading.word(SuccessCases.OFFER_TYPE, "type"),
            Heading.of(SuccessCases.OWNED_PRODUCT_ID, Kind.PRODUCTS),
            Heading.word(SuccessCases.USE_BAND, "use"),
            Heading.word(SuccessCases.TRIGGER, "trigger"),
            Heading.word(SuccessCases.SEGMENT, "segment"),
            Heading.of(SuccessCases.ACCEPTED + OF_CUSTOMERS, Kind.WHOLE),
            Heading.of(SuccessCases.OFFERED + OF_CUSTOMERS, Kind.WHOLE),
            Heading.of(SuccessCases.VALUE_GAINED, Kind.MONEY),
            Heading.of(SuccessCases.VALUE_LOW, Kind.MONEY),
            Heading.of(SuccessCases.VALUE_HIGH, Kind.MONEY),
            Heading.of(SuccessCases.OTHERS_GAINED, Kind.MONEY),
            Heading.of(SuccessCases.FOLLOWED, Kind.WHOLE),
            Heading.of(SuccessCases.STILL_RUNNING, Kind.WHOLE));

    private SuccessesGrid() {}

    /** The patterns that most accepted; of several that are the same customers the one that says most of them. */
    static Grid of(Night night, int rows) {
        return night.of(SuccessCases.TABLE)
                .map(cases -> Grid.of(ID, COLUMNS, told(cases, rows).collectAsList()))
                .orElse(Grid.without(ID, COLUMNS, Grid.ABSENT));
    }

    private static Dataset<Row> told(Dataset<Row> cases, int rows) {
        Column[] same = {
            col(SuccessCases.OFFER_TYPE),
            col(SuccessCases.PRODUCT_ID),
            col(SuccessCases.OFFERED),
            col(SuccessCases.ACCEPTED)
        };
        List<Column> order = new ArrayList<>(List.of(asked().desc()));
        SuccessCases.TABLE.key().forEach(part -> order.add(col(part)));
        WindowSpec alike = Window.partitionBy(same).orderBy(order.toArray(Column[]::new));
        List<Column> most = new ArrayList<>(List.of(
                col(SuccessCases.ACCEPTED).desc(), col(SuccessCases.OFFERED).desc()));
        SuccessCases.TABLE.key().forEach(part -> most.add(col(part)));
        return cases.where(col(SuccessCases.PRODUCT_ID).notEqual(SuccessCases.ALL))
                .withColumn(PLACE, row_number().over(alike))
                .where(col(PLACE).equalTo(1))
                .orderBy(most.toArray(Column[]::new))
                .limit(rows)
                .select(COLUMNS.stream().map(SuccessesGrid::column).toArray(Column[]::new));
    }

    /** How many parts of the situation a pattern asks for. */
    private static Column asked() {
        Column asked = lit(0);
        for (String part : SuccessCases.TABLE.key()) {
            asked = asked.plus(when(col(part).notEqual(SuccessCases.ALL), 1).otherwise(0));
        }
        return asked;
    }

    private static Column column(Heading heading) {
        String name = heading.name().replace(OF_CUSTOMERS, "");
        Column value = col(name);
        return name.equals(SuccessCases.OWNED_PRODUCT_ID)
                ? when(value.notEqual(SuccessCases.ALL), value).as(name)
                : value;
    }
}
