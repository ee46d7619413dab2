/**
 * How likely an offer is accepted, learned from past offers, and for each customer anew: what was known when an offer was
 * made, and what became of it, come in; a Bayesian logistic model comes out, its coefficients as the table {@code acceptance}.
 * Without past offers it says what the configuration says.
 */
package io.osusume.acceptance;
