/**
 * Which offers are made: holdings, rules, use, segments and products come in; ranked, explained offers go out, with every
 * candidate that was stopped and why. Candidates by offer type, then worth, guardrails and rank.
 */
package io.osusume.offers;
