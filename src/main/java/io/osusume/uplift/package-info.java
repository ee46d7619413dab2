/**
 * How much likelier something is bought for being offered: what is assumed, until control groups tell. In come offers that were made or
 * withheld, with what came of them; out comes the uplift of tonight's.
 */
package io.osusume.uplift;
