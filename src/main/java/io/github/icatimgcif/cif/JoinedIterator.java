package io.github.icatimgcif.cif;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks several iterables one after the other and holds no more than one element; a flat-mapped stream holds a whole part. */
final class JoinedIterator<T> implements Iterator<T> {

    private final Iterator<? extends Iterable<T>> parts;
    private Iterator<T> part = Collections.emptyIterator();

    JoinedIterator(Iterator<? extends Iterable<T>> parts) {
        this.parts = parts;
    }

    @Override
    public boolean hasNext() {
        while (!part.hasNext() && parts.hasNext()) {
            part = parts.next().iterator();
        }
        return part.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return part.next();
    }
}
