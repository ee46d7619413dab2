package io.osusume.config;

import java.util.List;

/**
 * How accounts are scored.
 *
 * @param senior values of {@code behavior.seniority} that are senior, in lower case
 * @param pastPeriods how many periods of 28 days before the last one make up an account's past
 * @param surgeQ the false discovery rate at or below which an account is surging
 * @param surgePeople the fewest people who must have been active in the last 28 days for a surge
 */
public record AccountsConfig(List<String> senior, int pastPeriods, double surgeQ, int surgePeople) {
    public AccountsConfig {
        new Checks()
                .between("past_periods", pastPeriods, 2, 24)
                .fraction("surge_q", surgeQ)
                .atLeast("surge_people", surgePeople, 1)
                .verify();
    }
}
