package io.osusume.pipeline;

import io.osusume.io.Stages;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One stage of tonight's flow: started once, its result there for all that need it.
 *
 * @param <T> what it gives to the stages that need it
 */
final class Part<T extends Part.Result> {
    private final Goal goal;
    private final Supplier<T> work;
    private Optional<Stages.Started<T>> started = Optional.empty();

    Part(Goal goal, Supplier<T> work) {
        this.goal = goal;
        this.work = work;
    }

    /** What a stage gives. */
    interface Result {
        /** What a person should know of it, in sentences. */
        default List<String> notes() {
            return List.of();
        }
    }

    Goal goal() {
        return goal;
    }

    void start(Stages stages) {
        started = Optional.of(stages.start(work));
    }

    /**
     * The result, once it is there.
     *
     * @throws IllegalStateException when the stage was not started, since whoever asks has not named it among its needs: a bug
     */
    T result() {
        return started.orElseThrow(() ->
                        new IllegalStateException("The stage " + goal + " is not under way: name it in Goal.needs"))
                .result();
    }
}
