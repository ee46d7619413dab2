/**
 * How names, amounts, days and lists are written in one language: a value comes in, the words that stand in a sentence go out.
 * What sentences say is not here.
 */
package io.osusume.text;
