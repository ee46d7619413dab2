/**
 * How well the ranking would have done: histories and days of the past come in; figures of the ranking and of simpler methods,
 * held against what customers bought in the days after, go out.
 */
package io.osusume.ranking.backtest;
