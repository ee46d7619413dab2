package io.osusume.intake.profile;

/**
 * A column of a source, or of a query over several.
 *
 * @param sql its name as SQL writes it
 */
record Ref(ColumnProfile column, String sql) {}
