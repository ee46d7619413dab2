package io.osusume.rules;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator over whatever {@link #advance} gives, until it gives null. */
abstract class Lookahead<T> implements Iterator<T> {
    private T ahead;

    /** The next element, or null when there is none; not called again after that. */
    abstract T advance();

    @Override
    public final boolean hasNext() {
        if (ahead == null) {
            ahead = advance();
        }
        return ahead != null;
    }

    @Override
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T element = ahead;
        ahead = null;
        return element;
    }
}
