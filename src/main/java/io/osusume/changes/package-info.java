/**
 * What a planned night would change. Comes in: two nights, the one that is published and the one that might be ({@link
 * io.osusume.changes.Night}). Goes out: the {@link io.osusume.changes.Difference} of their offers, customers, values and shelves, and how
 * far that swings.
 */
package io.osusume.changes;
