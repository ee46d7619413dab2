/**
 * When a customer needs a consumable again. In: net order lines and products. Out: for each customer and consumable bought on
 * several days the expected day, the probability of a need within 7, 14 and 28 days, and how steady the rhythm is.
 */
package io.osusume.replenishment;
