package io.github.icatimgcif.adapter.minicbf;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NamedFiles;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Reads headers of the files of one series, each at most once. */
final class SeriesHeaders {

    /** Headers have 2 or 3 kB. */
    static final int USUAL = 16 * 1024;

    /** No comments are longer; a file without pixels behind so much is none of the series. */
    private static final int LONGEST = 1024 * 1024;

    /** Bytes of memory that a header takes; measured with those of a PILATUS. */
    private static final long OF_A_HEADER = 5_000;

    private final NamedFiles files;
    private final NumberedSeries series;
    private final MiniDialect dialect;
    private final long most;
    private final SortedMap<Integer, MiniFrame> frames = new TreeMap<>();
    private final SortedSet<Integer> damaged = new TreeSet<>();

    SeriesHeaders(NamedFiles files, NumberedSeries series, MiniDialect dialect) {
        this(files, series, dialect, Runtime.getRuntime().maxMemory() / OF_A_HEADER);
    }

    /** The same with room for so many headers. */
    SeriesHeaders(NamedFiles files, NumberedSeries series, MiniDialect dialect, long most) {
        this.files = files;
        this.series = series;
        this.dialect = dialect;
        this.most = most;
    }

    /**
     * Reads the headers of these numbers that are not read yet.
     *
     * @throws NotUsable if there are more of them than fit into memory
     */
    void read(Collection<Integer> numbers) {
        SortedSet<Integer> wanted = new TreeSet<>(numbers);
        wanted.removeAll(frames.keySet());
        wanted.removeAll(damaged);
        if (frames.size() + wanted.size() > most) {
            throw new NotUsable(
                    series.template(),
                    "all its " + series.count()
                            + " headers are needed, as they do not advance alike or it is asked for, and they"
                            + " are more than fit into memory: give Java more memory (-Xmx), or each part of the series a folder of its own");
        }
        List<Integer> longer = new ArrayList<>();
        heads(wanted, USUAL, (number, head) -> {
            if (!take(number, head) && head.length() == USUAL) {
                longer.add(number);
            }
        });
        heads(longer, LONGEST, this::take);
        wanted.removeAll(frames.keySet());
        damaged.addAll(wanted);
    }

    /** What was read, by number. */
    SortedMap<Integer, MiniFrame> frames() {
        return Collections.unmodifiableSortedMap(frames);
    }

    /** Numbers of files that were looked into and are none of the format: empty, cut off, something else. */
    SortedSet<Integer> damaged() {
        return Collections.unmodifiableSortedSet(damaged);
    }

    private void heads(Collection<Integer> numbers, int atMostBytes, BiConsumer<Integer, Head> taker) {
        TreeMap<String, Integer> byName = new TreeMap<>();
        numbers.forEach(number -> byName.put(series.name(number), number));
        files.heads(byName.keySet(), atMostBytes, head -> {
            Integer number = byName.get(head.file().name());
            if (number != null) {
                taker.accept(number, head);
            }
        });
    }

    /** Whether there was all that is needed. */
    private boolean take(int number, Head head) {
        Optional<MiniImage> image = dialect.image(head);
        image.ifPresent(
                found -> frames.put(number, MiniFrame.of(number, series.name(number), found, head.compression())));
        return image.isPresent();
    }
}
