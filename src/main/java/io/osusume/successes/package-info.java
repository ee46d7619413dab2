/**
 * What past offers led to: their outcomes, order lines, contracts and use come in; the table {@code success_cases} goes out, by
 * patterns of offer and situation. It names no customer, and what follows an offer is not said to come from it.
 */
package io.osusume.successes;
