/**
 * What is known of each customer, worked out once: accepted inputs and netted order lines come in; holdings and use per
 * customer and product, one row of features per customer, and what happened with each, day by day, go out. Segments, accounts,
 * ranking and offers read them.
 */
package io.osusume.features;
