/**
 * LWP analysis: features and holdings per customer, rules and products come in; one row per customer goes out, with the
 * what and pace scores, results, room to grow, priority A to D, segment and loyalty, and every ingredient of them.
 */
package io.osusume.segments;
