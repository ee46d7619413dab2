/**
 * Texts as people and programs write them: a text of a company's data comes in; a number, a time, an id, a yes or no goes
 * out, or the reason why it is none and what it looks like. Plain functions, which {@link
 * io.osusume.intake.text.TextFunctions} makes known to SQL.
 */
package io.osusume.intake.text;
