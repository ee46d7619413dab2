/**
 * Ranking: order lines and what happened beside them come in; out go, for each customer, the few products that the customer has
 * not bought yet and may buy next, each with the evidence of every source and the calibrated probability {@code p_buy}, and a
 * backtest that holds the order of them against simpler methods on days that were not seen.
 */
package io.osusume.ranking;
