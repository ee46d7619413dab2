/**
 * Errors for the people who run Osusume: what is wrong, where, why, and what to do; printed without a stack trace, with an
 * exit code a scheduler can act on. Anything else that is thrown is a bug.
 */
package io.osusume.errors;
