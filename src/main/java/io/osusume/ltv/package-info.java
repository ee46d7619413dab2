/**
 * Lifetime value. In come net order lines, contracts and products; out go one row for each customer with the contribution
 * to expect within the horizon, and how sure that is: buying at will by the probability models of Fader, Hardie and others
 * (MBG/NBD, BG/NBD, Pareto/NBD with Gamma-Gamma), contracts by the shifted-beta-geometric, and the plain historic formula
 * beside them. What a model cannot carry falls back step by step, and the row names the step.
 */
package io.osusume.ltv;
