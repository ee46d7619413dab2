/**
 * The only callers of Spark's readers and writers: with {@code io.osusume.intake.source}, which brings inputs in as they are;
 * {@link io.osusume.io.Warehouse} keeps, checks and publishes tables. What files mean is no concern of this package.
 */
package io.osusume.io;
