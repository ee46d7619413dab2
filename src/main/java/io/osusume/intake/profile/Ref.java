package io.osusume.intake.profile;

/**
 * A column of a source, or of a query over several.
 *
 * @param sql its name as SQL writes it
 */
record Ref(ColumnProfile column, String sql) {
    static Ref of(ColumnProfile column) {
        return new Ref(column, Sql.name(column.name()));
    }
}
