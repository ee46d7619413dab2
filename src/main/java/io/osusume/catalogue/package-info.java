/**
 * What the company sells: products with their prices and use come in; items with margins, ladders and what contracts of them do
 * go out, for offers and for the ranking.
 */
package io.osusume.catalogue;
