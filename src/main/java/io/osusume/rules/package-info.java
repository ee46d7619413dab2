/**
 * Rules: baskets come in, frequent itemsets are mined from them, and association rules with their measures and their
 * significance go out, and bundles of products that sell together.
 */
package io.osusume.rules;
