package io.osusume.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.osusume.report.Grid.Heading;
import io.osusume.tables.AccountScores;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Companies of which several people act at once, against their own past. */
final class AccountsTopic implements Topic {
    private static final List<Heading> SURGES = List.of(
            Heading.of(AccountScores.ACCOUNT_ID, Kind.WHO),
            Heading.of(AccountScores.EVENTS_28D, Kind.WHOLE),
            Heading.of(AccountScores.BASELINE, Kind.NUMBER),
            Heading.of(AccountScores.PEOPLE, Kind.WHOLE),
            Heading.of(AccountScores.SENIOR_PEOPLE, Kind.WHOLE),
            Heading.of(AccountScores.DEPARTMENT_NAMES, Kind.TEXT),
            Heading.of("interest_products", Kind.PRODUCTS),
            Heading.of(AccountScores.Q_VALUE, Kind.CHANCE));

    private final int top;

    AccountsTopic(int top) {
        this.top = top;
    }

    @Override
    public Section of(Night night) {
        Optional<Dataset<Row>> accounts = night.of(AccountScores.TABLE);
        if (accounts.isEmpty()) {
            return Section.of("accounts", List.of(), Grid.without("surges", SURGES, Grid.ABSENT));
        }
        Row all = accounts.get()
                .agg(
                        count(lit(1)),
                        sum(when(col(AccountScores.EVENTS_28D).gt(0), 1L).otherwise(0L)),
                        sum(when(col(AccountScores.IS_SURGING), 1L).otherwise(0L)),
                        sum(AccountScores.EVENTS_28D))
                .first();
        return Section.of(
                "accounts",
                List.of(
                        new Figure("accounts.accounts", Kind.WHOLE, all.get(0)),
                        new Figure("accounts.active", Kind.WHOLE, all.get(1)),
                        new Figure("accounts.surging", Kind.WHOLE, all.get(2)),
                        new Figure("accounts.events", Kind.WHOLE, all.get(3))),
                Grid.of("surges", SURGES, surges(accounts.get())).orWhy(all.getLong(0) == 0 ? "unscored" : Grid.EMPTY));
    }

    private List<Row> surges(Dataset<Row> accounts) {
        return accounts.where(col(AccountScores.IS_SURGING))
                .orderBy(col(AccountScores.Q_VALUE), col(AccountScores.SCORE).desc(), col(AccountScores.ACCOUNT_ID))
                .limit(top)
                .select(
                        col(AccountScores.ACCOUNT_ID),
                        col(AccountScores.EVENTS_28D),
                        col(AccountScores.BASELINE),
                        col(AccountScores.PEOPLE),
                        col(AccountScores.SENIOR_PEOPLE),
                        col(AccountScores.DEPARTMENT_NAMES),
                        col(AccountScores.INTERESTS).getField(AccountScores.INTEREST_PRODUCT_ID),
                        col(AccountScores.Q_VALUE))
                .collectAsList();
    }
}
