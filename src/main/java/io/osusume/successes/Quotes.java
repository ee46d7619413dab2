package io.osusume.successes;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;

import io.osusume.config.ReasonTemplates;
import io.osusume.config.RunConfig.Language;
import io.osusume.tables.Offers;
import io.osusume.tables.SuccessCases;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells the team, after what speaks for an offer, what became of earlier offers of it: the sentence of the closest pattern of which it
 * can be said what followed, whether that was much or little. Closest is the same moment, then the same segment, then the product
 * alone; patterns that ask what was owned then are not quoted, since an offer's row does not hold that.
 */
public final class Quotes {
    private static final String WHAT = "_quoted_what";
    private static final String TYPE = "_quoted_type";
    private static final String SAID = "_quoted";
    private static final String AND = "|";

    private final Language language;

    public Quotes(Language language) {
        this.language = language;
    }

    /**
     * The same rows.
     *
     * @param candidates rows of {@link Offers}, whatever becomes of them
     * @param cases {@link SuccessCases}
     */
    public Dataset<Row> in(Dataset<Row> candidates, Dataset<Row> cases) {
        Column what = coalesce(col(Offers.PRODUCT_ID), col(Offers.BUNDLE_ID));
        Dataset<Row> joined = candidates.join(
                broadcast(said(cases)),
                col(Offers.OFFER_TYPE).equalTo(col(TYPE)).and(what.equalTo(col(WHAT))),
                "left");
        Column closest = coalesce(
                said(col(Offers.TRIGGER), lit(SuccessCases.ALL)),
                said(lit(SuccessCases.ALL), col(Offers.LWP_SEGMENT)),
                said(lit(SuccessCases.ALL), lit(SuccessCases.ALL)));
        Column text = col(Offers.EVIDENCE_TEXT);
        Column[] columns = Stream.of(candidates.columns())
                .map(name -> name.equals(Offers.EVIDENCE_TEXT)
                        ? coalesce(concat(text, lit(before()), closest), text).as(name)
                        : col(name))
                .toArray(Column[]::new);
        return joined.select(columns);
    }

    private String before() {
        String words = ReasonTemplates.successes(language).fill("quote", Map.of("text", ""));
        return language == Language.JA ? words : " " + words;
    }

    private static Column said(Column trigger, Column segment) {
        return element_at(col(SAID), concat_ws(AND, trigger, segment));
    }

    /** By type and product: moment and segment → the sentence. */
    private static Dataset<Row> said(Dataset<Row> cases) {
        Column known = List.of(SuccessCases.OWNED_PRODUCT_ID, SuccessCases.USE_BAND).stream()
                .map(part -> col(part).equalTo(SuccessCases.ALL))
                .reduce(col(SuccessCases.VALUE_GAINED).isNotNull(), Column::and);
        Column pattern = concat_ws(AND, col(SuccessCases.TRIGGER), col(SuccessCases.SEGMENT));
        return cases.where(known)
                .groupBy(
                        col(SuccessCases.OFFER_TYPE).as(TYPE),
                        col(SuccessCases.PRODUCT_ID).as(WHAT))
                .agg(map_from_entries(collect_list(struct(pattern, col(SuccessCases.TEXT))))
                        .as(SAID));
    }
}
