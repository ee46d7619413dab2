package io.osusume.pipeline;

import java.util.function.Supplier;

/** Something that several stages need: worked out by the first that asks, while the others wait. */
final class Once<T> {
    private final Supplier<T> work;
    private T value;

    Once(Supplier<T> work) {
        this.work = work;
    }

    synchronized T get() {
        if (value == null) {
            value = work.get();
        }
        return value;
    }
}
