package io.osusume.ranking.backtest;

import io.osusume.ranking.Metrics;
import java.io.Serializable;

/**
 * The rankings for one customer who bought something new within the horizon.
 *
 * @param rankings per {@link Method} the codes, best first
 * @param metrics per {@link Method}
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record Judged(String customer, int[][] rankings, Metrics[] metrics) implements Serializable {}
