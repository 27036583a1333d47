package io.github.icatimgcif.cif;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** Walks rows that are made one by one; the iterator of a stream costs several times as much for each row. */
final class ComputedIterator implements Iterator<List<CifValue>> {

    private final int count;
    private final IntFunction<List<CifValue>> row;
    private int next;

    ComputedIterator(int count, IntFunction<List<CifValue>> row) {
        this.count = count;
        this.row = row;
    }

    @Override
    public boolean hasNext() {
        return next < count;
    }

    @Override
    public List<CifValue> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return row.apply(next++);
    }
}
