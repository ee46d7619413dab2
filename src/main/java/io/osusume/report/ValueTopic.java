package io.osusume.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.Ltv;
import io.osusume.tables.LtvModels;
import io.osusume.tables.LtvValidation;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What customers are worth: in all, how unequally, by which model, and whether forecasts came true. */
final class ValueTopic implements Topic {
    static final String CUSTOMERS = "customers";
    private static final List<Heading> MODELS = List.of(
            Heading.of(Ltv.MODEL, Kind.TEXT),
            Heading.of(CUSTOMERS, Kind.WHOLE),
            Heading.of(Ltv.LTV, Kind.MONEY),
            Heading.of(Ltv.LTV_CONTRACT, Kind.MONEY),
            Heading.of(Ltv.HISTORIC_LTV, Kind.MONEY));
    private static final List<Heading> FITTED = List.of(
            Heading.of(LtvModels.MODEL, Kind.TEXT),
            Heading.word(LtvModels.CHOSEN, "yes"),
            Heading.of(LtvModels.HOLDOUT_DAYS, Kind.WHOLE),
            Heading.of(LtvModels.FORECAST_RATIO, Kind.NUMBER),
            Heading.of(LtvModels.HOLDOUT_ERROR, Kind.NUMBER),
            Heading.of(LtvModels.HOLDOUT_ERROR_NAIVE, Kind.NUMBER));
    private static final List<Heading> DECILES = List.of(
            Heading.of(LtvValidation.BUCKET, Kind.WHOLE),
            Heading.of(LtvValidation.MODEL, Kind.TEXT),
            Heading.of(LtvValidation.FORECAST_ORDERS, Kind.NUMBER),
            Heading.of(LtvValidation.ACTUAL_ORDERS, Kind.WHOLE));

    @Override
    public Section of(Night night) {
        Optional<Dataset<Row>> ltv = night.of(Ltv.TABLE);
        if (ltv.isEmpty()) {
            return Section.of(
                    "value",
                    List.of(),
                    Concentration.absent("distribution"),
                    Concentration.absent("concentration"),
                    Grid.without("models", MODELS, Grid.ABSENT),
                    fitted(night),
                    deciles(night));
        }
        List<Row> cells = cells(ltv.get());
        Concentration concentration = new Concentration(cells);
        return Section.of(
                "value",
                figures(cells, concentration),
                concentration.distribution(),
                concentration.curve(),
                models(cells),
                fitted(night),
                deciles(night));
    }

    /** One pass: at most a row a model and class of value, of which there are {@value Concentration#CLASSES} a power of ten. */
    private static List<Row> cells(Dataset<Row> ltv) {
        Column value = col(Ltv.LTV);
        return ltv.groupBy(
                        col(Ltv.MODEL),
                        when(value.gt(0), floor(log10(value).multiply(Concentration.CLASSES)))
                                .as(Concentration.CLASS))
                .agg(
                        count(lit(1)).as(CUSTOMERS),
                        sum(value).as(Ltv.LTV),
                        sum(Ltv.LTV_CONTRACT).as(Ltv.LTV_CONTRACT),
                        sum(Ltv.HISTORIC_LTV).as(Ltv.HISTORIC_LTV),
                        max(Ltv.HORIZON_DAYS).as(Ltv.HORIZON_DAYS),
                        max(Ltv.CURRENCY).as(Ltv.CURRENCY))
                .collectAsList();
    }

    private static List<Figure> figures(List<Row> cells, Concentration concentration) {
        return List.of(
                new Figure("value.customers", Kind.WHOLE, Sums.whole(cells, CUSTOMERS)),
                new Figure("value.ltv", Kind.MONEY, Sums.number(cells, Ltv.LTV)),
                new Figure("value.contract", Kind.MONEY, Sums.number(cells, Ltv.LTV_CONTRACT)),
                new Figure("value.historic", Kind.MONEY, Sums.number(cells, Ltv.HISTORIC_LTV)),
                new Figure(
                        "value.horizon",
                        Kind.WHOLE,
                        cells.isEmpty() ? null : cells.get(0).getAs(Ltv.HORIZON_DAYS)),
                new Figure("value.top_share", Kind.SHARE, concentration.shareOfBest(0.2)));
    }

    private static Grid models(List<Row> cells) {
        List<List<Object>> rows = Sums.groups(cells, Ltv.MODEL).entrySet().stream()
                .map(e -> Grid.row(
                        e.getKey(),
                        Sums.whole(e.getValue(), CUSTOMERS),
                        Sums.number(e.getValue(), Ltv.LTV),
                        Sums.number(e.getValue(), Ltv.LTV_CONTRACT),
                        Sums.number(e.getValue(), Ltv.HISTORIC_LTV)))
                .toList();
        return new Grid("models", MODELS, rows, Grid.EMPTY);
    }

    /** The models that were tried on days held back from them. */
    private static Grid fitted(Night night) {
        return night.of(LtvModels.TABLE)
                .map(models -> Grid.of(
                                "fitted",
                                FITTED,
                                models.where(col(LtvModels.HOLDOUT_DAYS).isNotNull())
                                        .orderBy(col(LtvModels.CHOSEN).desc(), col(LtvModels.MODEL))
                                        .select(FITTED.stream()
                                                .map(c -> col(c.name()))
                                                .toArray(Column[]::new))
                                        .collectAsList())
                        .orWhy("untried"))
                .orElse(Grid.without("fitted", FITTED, Grid.ABSENT));
    }

    private static Grid deciles(Night night) {
        return night.of(LtvValidation.TABLE)
                .map(rows -> Grid.of(
                        "deciles",
                        DECILES,
                        rows.where(col(LtvValidation.GROUPING).equalTo(LtvValidation.DECILE))
                                .orderBy(LtvValidation.MODEL, LtvValidation.BUCKET)
                                .select(DECILES.stream().map(c -> col(c.name())).toArray(Column[]::new))
                                .collectAsList()))
                .orElse(Grid.without("deciles", DECILES, Grid.ABSENT));
    }
}
