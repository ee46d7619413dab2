/**
 * Do offers work? Customers who were offered something against customers of the control arm who would have been: the
 * difference of their means, made narrower by what was known before, its interval at one look and at every look, whether the
 * arms are as large as they were drawn, and a verdict. In come episodes and facts, out come the tables {@code episodes} and {@code
 * effects}; the statistics themselves are plain functions of numbers.
 */
package io.osusume.effects;
