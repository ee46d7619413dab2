package io.osusume.report;

/** Reads what one section of the report tells from what a night published. */
interface Topic {
    Section of(Night night);
}
