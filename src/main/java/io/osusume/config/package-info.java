/**
 * Configuration: {@code reference.conf}, a company's file and {@code --set} overrides come in; records that hold only valid
 * values go out. All problems are reported together, each with key, value, file and line, and fix. No other package knows
 * the configuration library.
 */
package io.osusume.config;
