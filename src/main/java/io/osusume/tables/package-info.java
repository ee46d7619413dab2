/**
 * The tables: one class a table, with its grain in one sentence, its key, its column names as constants and its schema; and the
 * vocabulary ({@link Word}): what a column or a setting may hold, as enums with their wire names. Nothing comes in; every other
 * package reads names and schemas from here, and depends on nothing else for them.
 */
package io.osusume.tables;
