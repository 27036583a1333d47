package io.github.icatimgcif.cif;

import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The rows of a category, made as they are asked for: a category of 100 000 frames takes no more memory than one of ten.
 * Each row has the values of all objects of the category in its order. May be walked any number of times.
 */
public interface Rows extends Iterable<List<CifValue>> {

    /** How many rows there are. */
    int count();

    /** The values of one column, 0-based, row after row; what other columns have need not be made for it. */
    default Iterable<CifValue> column(int index) {
        return () -> {
            Iterator<List<CifValue>> rows = iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public CifValue next() {
                    return rows.next().get(index);
                }
            };
        };
    }

    /** These rows, kept. */
    static Rows of(List<List<CifValue>> rows) {
        List<List<CifValue>> kept = rows.stream().map(List::copyOf).toList();
        return computed(kept.size(), kept::get);
    }

    /** Rows that are computed when they are walked; {@code row} is called with 0 .. count - 1. */
    static Rows computed(int count, IntFunction<List<CifValue>> row) {
        return new Rows() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public Iterator<List<CifValue>> iterator() {
                return new ComputedIterator(count, row);
            }
        };
    }

    /** The rows of each part, one part after the other. */
    static Rows joined(List<Rows> parts) {
        List<Rows> kept = List.copyOf(parts);
        return new Rows() {
            @Override
            public int count() {
                return kept.stream().mapToInt(Rows::count).sum();
            }

            @Override
            public Iterator<List<CifValue>> iterator() {
                return new JoinedIterator<>(kept.iterator());
            }
        };
    }
}
