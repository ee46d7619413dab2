/**
 * Raw inputs come in; rows of known columns and types go out, each marked accepted, rejected (with the reason) or after the
 * as-of date. Nothing clever happens here, nothing is lost: accepted + rejected + after as-of = input.
 */
package io.osusume.staging;
