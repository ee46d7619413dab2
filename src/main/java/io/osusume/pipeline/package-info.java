/**
 * The whole flow of a night and of a backtest: the settings and a run request come in, published tables and a report of the run
 * go out. Which stages run, in what order, with what.
 */
package io.osusume.pipeline;
