package io.osusume.successes;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.osusume.config.OsusumeConfig;
import io.osusume.features.Facts;
import io.osusume.tables.CustomerContracts;
import io.osusume.tables.OfferTrials;
import io.osusume.tables.Products;
import io.osusume.tables.SuccessCases;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Makes the table {@code success_cases}: of past offers, who took which in what situation, and what followed. */
public final class SuccessPatterns {

    private final OsusumeConfig config;
    private final LocalDate asOf;

    public SuccessPatterns(OsusumeConfig config, LocalDate asOf) {
        this.config = config;
        this.asOf = asOf;
    }

    /**
     * The table {@code success_cases}.
     *
     * @param trials {@link OfferTrials}
     * @param contracts {@link CustomerContracts}
     */
    public Dataset<Row> of(Facts facts, Dataset<Row> trials, Dataset<Row> contracts) {
        Cases cases = new Cases(new Followed(config.successes(), (int) asOf.toEpochDay()));
        Dataset<Row> counted = new PastFacts(facts, config.features().summedMetrics())
                .of(trials, contracts)
                .flatMap(
                        (FlatMapFunction<Row, Row>)
                                row -> cases.of(Past.of(row.getList(1))).iterator(),
                        Encoders.row(Cases.SCHEMA))
                .groupBy(Arrays.stream(Pattern.KEY).map(c -> col(c)).toArray(Column[]::new))
                .agg(
                        count(lit(1)).as(SuccessCases.OFFERED),
                        sum(Cases.TAKEN).as(SuccessCases.ACCEPTED),
                        sum(Cases.RUNNING).as(SuccessCases.STILL_RUNNING),
                        sum(Cases.USED).as(SuccessCases.STILL_USED),
                        count(Cases.GAIN).as(SuccessCases.FOLLOWED),
                        count(Cases.OTHER).as(SuccessCases.OTHERS_FOLLOWED),
                        exact(Telling.SUM, Cases.GAIN, false),
                        exact(Telling.SQUARES, Cases.GAIN, true),
                        exact(Telling.SUM, Cases.OTHER, false),
                        exact(Telling.SQUARES, Cases.OTHER, true))
                .where(col(SuccessCases.ACCEPTED).geq(config.successes().leastCases()));
        Telling telling = new Telling(
                new Sentences(config.run().language(), config.ltv().currency()),
                config.successes().leastCases(),
                config.ltv().currency());
        return named(counted, facts.of(Products.INPUT))
                .map((MapFunction<Row, Row>) telling::told, Encoders.row(SuccessCases.TABLE.schema()));
    }

    private static Column exact(String as, String gain, boolean squared) {
        Column each = squared ? col(gain).multiply(col(gain)) : col(gain);
        return sum(each).cast("double").as(as + gain);
    }

    private static Dataset<Row> named(Dataset<Row> patterns, Dataset<Row> products) {
        Dataset<Row> named = patterns;
        for (Map.Entry<String, String> of : Map.of(
                        SuccessCases.PRODUCT_ID,
                        Sentences.PRODUCT_NAME,
                        SuccessCases.OWNED_PRODUCT_ID,
                        Sentences.OWNED_NAME)
                .entrySet()) {
            Dataset<Row> names = products.select(
                    col(Products.PRODUCT_ID).as(of.getKey()), col(Products.NAME).as(of.getValue()));
            named = named.join(broadcast(names), new String[] {of.getKey()}, "left");
        }
        return named;
    }
}
