package io.osusume.report;

/**
 * One figure of a section. Its label and how it was made stand in the words under {@code figure.<id>} and {@code figure.<id>.how}.
 *
 * @param id section and name, as {@code tonight.offers}
 * @param value null where it is not known
 */
record Figure(String id, Kind kind, Object value) {}
