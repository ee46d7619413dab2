/**
 * What is known of each customer, worked out once: accepted inputs and netted order lines come in; holdings and use per
 * customer and product, and one row of features per customer go out. Segments, accounts and offers read them.
 */
package io.osusume.features;
