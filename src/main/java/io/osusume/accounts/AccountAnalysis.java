package io.osusume.accounts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.osusume.config.AccountsConfig;
import io.osusume.tables.AccountScores;
import io.osusume.tables.Rounding;
import io.osusume.tables.Types;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Scores accounts. Grain: one account of {@code activity}.
 *
 * <p>Score = Σ event weight · 2^(−age / half-life). People, departments and senior people are those of the last 28 days. An
 * account is surging when q ≤ the configured rate and enough people were active.
 */
public final class AccountAnalysis {
    private final AccountsConfig config;

    public AccountAnalysis(AccountsConfig config) {
        this.config = config;
    }

    /**
     * Scores each account. Reads {@code activity} several times: it should have been written out, or cached, before.
     *
     * @param activity {@link AccountActivity}
     * @return the columns of {@link AccountScores}
     */
    public Dataset<Row> score(Dataset<Row> activity) {
        Column surging = col(AccountScores.Q_VALUE)
                .leq(config.surgeQValue())
                .and(col(AccountScores.PEOPLE).geq(config.surgePeople()));
        Dataset<Row> scored = Surge.add(activity)
                .withColumn(AccountScores.Q_VALUE, Rounding.significant(col(AccountScores.Q_VALUE)))
                .withColumn(AccountScores.IS_SURGING, coalesce(surging, lit(false)));
        return scored.select(AccountScores.TABLE.columns().stream()
                .map(c -> (c.type().equals(Types.ESTIMATE) ? Rounding.significant(col(c.name())) : col(c.name()))
                        .as(c.name()))
                .toArray(Column[]::new));
    }
}
