package io.osusume.worklist;

import io.osusume.tables.Task;
import java.util.Map;
import java.util.Optional;

/**
 * One thing to do.
 *
 * @param code why: a line of {@code tasks_*.properties}, or of an offer's reasons
 * @param due by when, since 1970-01-01
 * @param offer what is made, followed up or brought along
 * @param figures what its sentences show
 */
record Todo(Task task, String code, int due, Optional<Subject.Offer> offer, Map<String, Object> figures) {
    static Todo of(Task task, String code, int due, Map<String, Object> figures) {
        return new Todo(task, code, due, Optional.empty(), figures);
    }

    Todo with(Optional<Subject.Offer> brought) {
        return new Todo(task, code, due, brought, figures);
    }
}
