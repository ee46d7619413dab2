package io.osusume.report;

import static org.apache.spark.sql.functions.col;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.Bundles;
import io.osusume.tables.Rules;
import java.util.List;
import org.apache.spark.sql.Column;

/** What sells together: rules and bundles. */
final class TogetherTopic implements Topic {
    /** So many times {@code report.top} rules are listed: they are there to be searched. */
    private static final int SEARCHED = 10;

    private static final List<Heading> RULES = List.of(
            Heading.of(Rules.ANTECEDENT, Kind.PRODUCTS),
            Heading.of(Rules.CONSEQUENT, Kind.PRODUCTS),
            Heading.word(Rules.BASKET_KIND, "basket"),
            Heading.of(Rules.COUNT, Kind.WHOLE),
            Heading.of(Rules.CONFIDENCE, Kind.SHARE),
            Heading.of(Rules.LIFT, Kind.NUMBER),
            Heading.of(Rules.Q_VALUE, Kind.CHANCE));
    private static final List<Heading> BUNDLES = List.of(
            Heading.of(Bundles.ITEMS, Kind.PRODUCTS),
            Heading.of(Bundles.COUNT, Kind.WHOLE),
            Heading.of(Bundles.SUM_PRICE, Kind.MONEY),
            Heading.of(Bundles.BUNDLE_PRICE, Kind.MONEY),
            Heading.of(Bundles.DISCOUNT, Kind.SHARE),
            Heading.of(Bundles.UNIT_MARGIN, Kind.MONEY),
            Heading.of(Bundles.EXPECTED_MARGIN, Kind.MONEY),
            Heading.of(Bundles.LIFT, Kind.NUMBER));

    private final int top;

    TogetherTopic(int top) {
        this.top = top;
    }

    @Override
    public Section of(Night night) {
        return Section.of(
                "together",
                List.of(
                        new Figure(
                                "together.rules",
                                Kind.WHOLE,
                                night.of(Rules.TABLE).map(d -> d.count()).orElse(null)),
                        new Figure(
                                "together.bundles",
                                Kind.WHOLE,
                                night.of(Bundles.TABLE).map(d -> d.count()).orElse(null))),
                rules(night),
                bundles(night));
    }

    private Grid rules(Night night) {
        return night.of(Rules.TABLE)
                .map(all -> Grid.of(
                        "rules",
                        RULES,
                        all.orderBy(col(Rules.LEVERAGE).desc(), col(Rules.RULE_ID))
                                .limit(top * SEARCHED)
                                .select(columns(RULES))
                                .collectAsList()))
                .orElse(Grid.without("rules", RULES, Grid.ABSENT));
    }

    private Grid bundles(Night night) {
        return night.of(Bundles.TABLE)
                .map(all -> Grid.of(
                        "bundles",
                        BUNDLES,
                        all.orderBy(col(Bundles.RANK).asc_nulls_last(), col(Bundles.BUNDLE_ID))
                                .limit(top)
                                .select(columns(BUNDLES))
                                .collectAsList()))
                .orElse(Grid.without("bundles", BUNDLES, Grid.ABSENT));
    }

    private static Column[] columns(List<Heading> headings) {
        return headings.stream().map(h -> col(h.name())).toArray(Column[]::new);
    }
}
