/**
 * Everything between a source and an accepted row: a company's inputs come in; rows of known columns and types go out, each
 * marked accepted, rejected (with the reason) or after the as-of date, and counted and checked. Nothing is lost: accepted +
 * rejected + after as-of = input.
 */
package io.osusume.intake;
