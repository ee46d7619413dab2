/**
 * Whether data is fit to use and tables are fit to publish: checks are data, computed in one scan, and say what they found.
 */
package io.osusume.quality;
