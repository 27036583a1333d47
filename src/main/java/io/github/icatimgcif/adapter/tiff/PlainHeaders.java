package io.github.icatimgcif.adapter.tiff;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NamedFiles;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.tiff.TiffFile;
import io.github.icatimgcif.adapter.files.tiff.TiffImage;
import io.github.icatimgcif.adapter.files.tiff.TiffUnreadable;
import io.github.icatimgcif.experiment.Packing.Compression;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads directories of the files of one series of TIFF, each file at most once, and sees that all are alike. */
final class PlainHeaders {

    private final NamedFiles files;
    private final NumberedSeries series;
    private final TiffFiles tiffs;
    private final SortedMap<Integer, Integer> images = new TreeMap<>();
    private final SortedMap<Integer, String> damaged = new TreeMap<>();
    private Optional<One> first = Optional.empty();

    PlainHeaders(NamedFiles files, NumberedSeries series) {
        this.files = files;
        this.series = series;
        this.tiffs = new TiffFiles(files.files());
    }

    /**
     * One file.
     *
     * @param images      what is stored in it
     * @param resolution  pixels in a unit of length as it says
     * @param isBig       whether it is a BigTIFF
     * @param compression of the whole file
     */
    record One(
            TiffFile.Images images,
            Optional<TiffFile.Resolution> resolution,
            boolean isBig,
            Optional<Compression> compression) {

        TiffImage image() {
            return images.image();
        }
    }

    /**
     * Reads the files of these numbers that are not read yet.
     *
     * @throws NotUsable if they are not alike
     */
    void read(Collection<Integer> numbers) {
        SortedSet<Integer> wanted = new TreeSet<>(numbers);
        wanted.removeAll(images.keySet());
        wanted.removeAll(damaged.keySet());
        Map<String, Integer> byName = new HashMap<>();
        wanted.forEach(number -> byName.put(series.name(number), number));
        files.heads(wanted.stream().map(series::name).toList(), TiffFiles.HEAD, head -> {
            Integer number = byName.get(head.file().name());
            if (number != null) {
                take(number, head);
            }
        });
        wanted.removeAll(images.keySet());
        wanted.forEach(number -> damaged.putIfAbsent(number, "is no TIFF"));
    }

    private void take(int number, Head head) {
        try {
            tiffs.ask(
                            head,
                            TiffFiles.HEAD,
                            file -> new One(file.images(), file.resolution(), file.isBig(), head.compression()))
                    .ifPresent(one -> take(number, one));
        } catch (TiffUnreadable e) {
            damaged.put(number, e.reason());
        }
    }

    private void take(int number, One one) {
        if (first.isPresent()) {
            One other = first.get();
            other.image().difference(one.image()).ifPresent(how -> {
                throw new NotUsable(
                        series.name(number),
                        "is not as the other files of its series, " + how + "; give them as datasets of their own");
            });
            if (!other.compression().equals(one.compression())) {
                throw new NotUsable(
                        PlainSeries.subject(series),
                        "some of its files are compressed and some are not, under names of one kind; rename them");
            }
        } else {
            first = Optional.of(one);
        }
        images.put(number, one.images().count());
    }

    /** The file that was read first and is intact; empty if none is. */
    Optional<One> first() {
        return first;
    }

    /** How many images each intact file has that was read, by number. */
    SortedMap<Integer, Integer> images() {
        return Collections.unmodifiableSortedMap(images);
    }

    /** What is wrong with each file that was looked into and cannot be read, by number. */
    SortedMap<Integer, String> damaged() {
        return Collections.unmodifiableSortedMap(damaged);
    }
}
