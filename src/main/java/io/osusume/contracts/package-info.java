/**
 * One view of what is under contract, however a company records it: subscription rows, one row a month, or the order lines
 * of products billed by period come in; one row a contract goes out, with its term, its payments, what it is worth a payment
 * and the renewals that it has faced.
 */
package io.osusume.contracts;
