package io.osusume.intake.profile;

import java.util.List;

/**
 * How a column of an input would be made.
 *
 * @param sure 1: the header is its very word
 * @param examples values of the source
 * @param note what a reader should know of it; empty where nothing
 */
public record ProposedColumn(String target, String sql, double sure, List<String> examples, String note) {
    private static final int EXAMPLES = 3;

    static ProposedColumn of(String target, String sql, double sure, ColumnProfile from) {
        return new ProposedColumn(target, sql, sure, from.commonest(EXAMPLES), "");
    }

    static ProposedColumn constant(String target, String sql, String note) {
        return new ProposedColumn(target, sql, 0.6, List.of(), note);
    }

    ProposedColumn reading(String otherSql) {
        return new ProposedColumn(target, otherSql, sure, examples, note);
    }

    ProposedColumn noting(String text) {
        return new ProposedColumn(target, sql, sure, examples, text);
    }

    /** In words. */
    String sureness() {
        return sure >= 0.9 ? "sure" : sure >= 0.7 ? "likely" : "a guess: look at it";
    }
}
