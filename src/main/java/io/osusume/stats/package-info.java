/**
 * What several stages compute, each formula once: false discovery rates, moments of beta-binomial counts, the logistic
 * function and regression, retention under contract, discounting, quantiles. Numbers or columns come in, numbers or columns go out; it
 * knows no table of Osusume's. Whatever else is needed of mathematics comes from Hipparchus.
 */
package io.osusume.stats;
