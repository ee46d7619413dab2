/**
 * How a company's tables become raw rows: a path, a table or a query comes in; rows as they are written go out, each column by
 * its own name, with what was noticed on the way. Nothing is judged here: a line that does not fit is kept whole.
 */
package io.osusume.intake.source;
