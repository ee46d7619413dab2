/**
 * The HTML report of a night. Comes in: what the night published, and the nights before it ({@link io.osusume.report.Night}). Goes out:
 * one page a language that needs nothing but itself. A class a section reads ({@link io.osusume.report.Topic}): aggregates and top
 * lists, nothing that grows with the customers. A template a section of {@code resources/report} shows it; words come from {@code
 * report_*.properties}. Charts are drawn from the tables that stand under them, so that both say the same.
 */
package io.osusume.report;
