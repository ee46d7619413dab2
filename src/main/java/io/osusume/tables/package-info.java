/**
 * The tables: one class a table, with its grain in one sentence, its key, its column names as constants and its schema.
 * Nothing comes in; every other package reads its column names and schemas from here, and depends on nothing else for them.
 */
package io.osusume.tables;
