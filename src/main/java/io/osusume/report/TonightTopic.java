package io.osusume.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.Offers;
import io.osusume.tables.WithheldOffers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What is offered tonight, what it is worth, and how that compares with the last nights. */
final class TonightTopic implements Topic {
    private static final String OFFERS = "offers";
    private static final String TARGETS = "targets";
    private static final String CHANGED = "changed";
    private static final String CURRENCY = Offers.CURRENCY;
    private static final String WHAT = "what";
    private static final List<String> CELL = List.of(Offers.OFFER_TYPE, Offers.TRIGGER, Offers.LWP_SEGMENT);
    private static final List<Heading> SUMS =
            List.of(Heading.of(OFFERS, Kind.WHOLE), Heading.of(Offers.EXPECTED_VALUE, Kind.MONEY));

    private final int top;

    TonightTopic(int top) {
        this.top = top;
    }

    @Override
    public Section of(Night night) {
        Optional<Dataset<Row>> offers = night.of(Offers.TABLE);
        if (offers.isEmpty()) {
            return Section.of(
                    "tonight",
                    List.of(),
                    by(List.of(), 0).orWhy(Grid.ABSENT),
                    by(List.of(), 1).orWhy(Grid.ABSENT),
                    by(List.of(), 2).orWhy(Grid.ABSENT),
                    Grid.without("nights", nightColumns(), Grid.ABSENT),
                    Grid.without("best", bestColumns(), Grid.ABSENT));
        }
        List<Row> cells = cells(night, offers.get());
        return Section.of(
                "tonight",
                figures(night, cells),
                by(cells, 0),
                by(cells, 1),
                by(cells, 2),
                nights(night),
                best(offers.get()));
    }

    /** One pass over the offers: at most a row a type, trigger and segment. */
    private static List<Row> cells(Night night, Dataset<Row> offers) {
        return offers.groupBy(CELL.stream().map(c -> col(c)).toArray(Column[]::new))
                .agg(
                        count(lit(1)).as(OFFERS),
                        sum(Offers.EXPECTED_VALUE).as(Offers.EXPECTED_VALUE),
                        sum(when(col(Offers.RANK).equalTo(1), 1).otherwise(0)).as(TARGETS),
                        sum(when(
                                                to_date(col(Offers.UPDATED_AT))
                                                        .equalTo(lit(
                                                                night.runDate().plusDays(1))),
                                                1)
                                        .otherwise(0))
                                .as(CHANGED),
                        sum(Offers.CONTACT_COST).as(Offers.CONTACT_COST),
                        max(CURRENCY).as(CURRENCY))
                .collectAsList();
    }

    private static List<Figure> figures(Night night, List<Row> cells) {
        Long withheld = night.of(WithheldOffers.TABLE).map(Dataset::count).orElse(null);
        return List.of(
                new Figure("tonight.offers", Kind.WHOLE, Sums.whole(cells, OFFERS)),
                new Figure("tonight.targets", Kind.WHOLE, Sums.whole(cells, TARGETS)),
                new Figure("tonight.expected_value", Kind.MONEY, Sums.number(cells, Offers.EXPECTED_VALUE)),
                new Figure("tonight.contact_cost", Kind.MONEY, Sums.number(cells, Offers.CONTACT_COST)),
                new Figure("tonight.changed", Kind.WHOLE, Sums.whole(cells, CHANGED)),
                new Figure("tonight.withheld", Kind.WHOLE, withheld));
    }

    private static Grid by(List<Row> cells, int place) {
        String column = CELL.get(place);
        String vocabulary = List.of("type", "trigger", "segment").get(place);
        List<List<Object>> rows = Sums.by(cells, column, OFFERS, Offers.EXPECTED_VALUE);
        return new Grid(
                "by_" + vocabulary,
                Stream.concat(Stream.of(Heading.word(column, vocabulary)), SUMS.stream())
                        .toList(),
                rows,
                Grid.EMPTY);
    }

    private static List<Heading> nightColumns() {
        return Stream.concat(Stream.of(Heading.of(Night.RUN_DATE, Kind.DATE)), SUMS.stream())
                .toList();
    }

    private static Grid nights(Night night) {
        if (night.earlier().nights() < 2) {
            return Grid.without("nights", nightColumns(), "first");
        }
        return Grid.of(
                "nights",
                nightColumns(),
                night.earlier()
                        .offers()
                        .groupBy(Night.RUN_DATE)
                        .agg(count(lit(1)).as(OFFERS), sum(Offers.EXPECTED_VALUE))
                        .orderBy(Night.RUN_DATE)
                        .collectAsList());
    }

    private static List<Heading> bestColumns() {
        return List.of(
                Heading.of(WHAT, Kind.PRODUCTS),
                Heading.word(Offers.OFFER_TYPE, "type"),
                Heading.word(Offers.TRIGGER, "trigger"),
                Heading.of(Offers.TARGET_ID, Kind.WHO),
                Heading.of(Offers.OWNER, Kind.TEXT),
                Heading.of(Offers.EXPECTED_VALUE, Kind.MONEY),
                Heading.of(Offers.P_ACCEPT, Kind.SHARE),
                Heading.of(Offers.VALID_TO, Kind.DATE),
                Heading.of(Offers.REASON_TEXT, Kind.TEXT),
                Heading.of(Offers.EVIDENCE_TEXT, Kind.TEXT));
    }

    /** The best offer of each product, or the best would often be one product many times. */
    private Grid best(Dataset<Row> offers) {
        Column best = max(struct(
                col(Offers.RANK_SCORE),
                col(Offers.OFFER_ROW_ID),
                col(Offers.OFFER_TYPE),
                col(Offers.TRIGGER),
                col(Offers.TARGET_ID),
                col(Offers.OWNER),
                col(Offers.EXPECTED_VALUE),
                col(Offers.P_ACCEPT),
                col(Offers.VALID_TO),
                col(Offers.REASON_TEXT),
                col(Offers.EVIDENCE_TEXT)));
        List<Row> rows = offers.groupBy(what(Offers.BUNDLE_ITEMS).as(WHAT))
                .agg(best.as("best"))
                .select(WHAT, "best.*")
                .orderBy(col(Offers.RANK_SCORE).desc(), col(Offers.OFFER_ROW_ID).desc())
                .limit(top)
                .drop(Offers.RANK_SCORE, Offers.OFFER_ROW_ID)
                .collectAsList();
        return Grid.of("best", bestColumns(), rows);
    }

    /** What is offered, as products; of content its track. */
    private static Column what(String items) {
        return coalesce(
                col(items),
                when(col(Offers.PRODUCT_ID).isNotNull(), array(col(Offers.PRODUCT_ID))),
                array(col(Offers.CONTENT_TRACK)));
    }
}
