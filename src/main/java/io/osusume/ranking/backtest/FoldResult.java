package io.osusume.ranking.backtest;

import io.osusume.ranking.Learning;
import java.util.List;

/**
 * One day of the backtest.
 *
 * @param start the day after the as-of date, counted from 1970
 * @param learned the model and what it was learned from
 * @param judged customers who bought something new within the horizon, by id
 * @param reliabilities of all customers, by id
 * @param slope of calibration
 * @param eligible how many products could be offered
 */
record FoldResult(
        int start,
        Learning.Learned learned,
        List<Judged> judged,
        List<Reliability> reliabilities,
        double slope,
        int eligible) {}
