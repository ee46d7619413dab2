/**
 * Which offers are made: facts, features, segments, rules, bundles, account scores and retention come in; ranked, dated,
 * explained offers go out, with every candidate that was stopped and why. All that is known of a target is gathered in one
 * row; candidates by offer type, their worth, guardrails and limits are then decided about each target by itself.
 */
package io.osusume.offers;
