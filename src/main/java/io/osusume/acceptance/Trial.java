package io.osusume.acceptance;

/**
 * Offers that were known alike when they were made, and are long enough ago.
 *
 * @param isPBuyKnown whether {@code anyway} of it was known then; else it is taken to be as usual
 * @param outcome what became of them
 */
public record Trial(Asked of, boolean isPBuyKnown, Outcome outcome) {}
