package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.experiment.Packing.Compression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the series of one format at a location, or in the one archive there, and reads headers of them: of all files up to
 * {@link #MOST_HEADERS} in a series, beyond that of the first, the last and some evenly between, and beside each gap.
 *
 * @param <T> what a header becomes
 */
public final class HeaderSurvey<T> {

    /** Headers of a series in a folder that are read: on a network drive each costs about a millisecond. */
    static final int MOST_HEADERS = 4_000;

    /** Members of a tar archive that are looked at before it is said to hold nothing of the format. */
    private static final int PATIENCE = 20;

    private final int headBytes;
    private final Function<Head, Optional<T>> recogniser;

    /**
     * A survey.
     *
     * @param headBytes  first bytes of each file that are read
     * @param recogniser what the head of a file of the format becomes; empty for any other file
     */
    public HeaderSurvey(int headBytes, Function<Head, Optional<T>> recogniser) {
        this.headBytes = headBytes;
        this.recogniser = recogniser;
    }

    /**
     * A series of files of the format.
     *
     * @param files       where it lies
     * @param names       its files; those that were read and are not of the format are left out
     * @param headers     those that were read, by number; at least one
     * @param compression how its files are compressed
     * @param strangers   files named like the others that are not of the format: empty or damaged ones
     */
    public record Series<T>(
            RawFiles files,
            NumberedSeries names,
            SortedMap<Integer, T> headers,
            Optional<Compression> compression,
            List<String> strangers) {

        /** Whether every header was read. */
        public boolean isWhole() {
            return headers.size() == names.count();
        }

        /** The same, a series for each range of numbers: where files are missing the sample turned on and time went by. */
        public List<Series<T>> withoutGaps() {
            return names.ranges().stream()
                    .filter(range ->
                            !headers.subMap(range.first(), range.last() + 1).isEmpty())
                    .map(range -> new Series<>(
                            files,
                            new NumberedSeries(names.prefix(), names.width(), names.suffix(), List.of(range)),
                            headers.subMap(range.first(), range.last() + 1),
                            compression,
                            strangers))
                    .toList();
        }
    }

    /**
     * What was found.
     *
     * @param files       the folder, the file or the archive that was looked through last
     * @param series      in natural order; empty if there is none
     * @param description what was there, for a person: {@code a folder of 3 files, 2 of them CBF, 1 something else}
     */
    public record Found<T>(RawFiles files, List<Series<T>> series, String description) {}

    /** Looks through a folder, a file or an archive; through the one archive of a folder if the folder has nothing. */
    public Found<T> of(RawFiles files) {
        Found<T> found = through(files);
        Optional<RawFiles> archive = found.series().isEmpty() ? files.loneArchive() : Optional.empty();
        return archive.map(this::through).orElse(found);
    }

    /** The heads that were taken so far. */
    private static final class Taken<T> {
        private final Map<String, T> headers = new HashMap<>();
        private final Map<String, Optional<Compression>> compressions = new HashMap<>();
        private final Map<FileKind, Integer> kinds = new TreeMap<>();
        private final Set<String> strangers = new LinkedHashSet<>();

        private boolean take(Head head, Optional<T> header) {
            kinds.merge(FileKind.of(head), 1, Integer::sum);
            String name = head.file().name();
            if (header.isPresent()) {
                headers.put(name, header.get());
                compressions.put(name, head.compression());
            } else {
                strangers.add(name);
            }
            return header.isPresent();
        }
    }

    private Found<T> through(RawFiles files) {
        Taken<T> taken = new Taken<>();
        Collection<String> names =
                files.packing(new RawFile("any"), Optional.empty()).archive().isPresent()
                        ? throughArchive(files, taken)
                        : throughFolder(files, taken);
        List<Series<T>> series = new ArrayList<>();
        for (NumberedSeries candidate : NumberedSeries.of(names)) {
            complete(files, candidate, taken).ifPresent(series::add);
        }
        String kinds = taken.kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey().label())
                .collect(Collectors.joining(", "));
        return new Found<>(
                files, series, files.description() + (kinds.isEmpty() ? "" : "; of those looked at: " + kinds));
    }

    /** One pass over everything, given up early if nothing of the format shows. */
    private Collection<String> throughArchive(RawFiles files, Taken<T> taken) {
        files.walk(headBytes, head -> {
            taken.take(head, recogniser.apply(head));
            return !taken.headers.isEmpty() || taken.strangers.size() < PATIENCE;
        });
        return taken.headers.keySet();
    }

    /** The names in series of which a first look shows one file of the format; then a look at enough of each. */
    private Collection<String> throughFolder(RawFiles files, Taken<T> taken) {
        List<String> names = new ArrayList<>();
        for (NumberedSeries series : NumberedSeries.of(files)) {
            List<Integer> firstLooks = List.of(
                    series.first(),
                    series.ranges().get(series.ranges().size() / 2).last(),
                    series.last());
            if (firstLooks.stream().distinct().anyMatch(number -> look(files, series.name(number), taken))) {
                samples(series).forEach(number -> look(files, series.name(number), taken));
                series.numbers()
                        .mapToObj(series::name)
                        .filter(name -> !taken.strangers.contains(name))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private boolean look(RawFiles files, String name, Taken<T> taken) {
        if (!taken.headers.containsKey(name) && !taken.strangers.contains(name)) {
            files.heads(List.of(new RawFile(name)), headBytes, head -> taken.take(head, recogniser.apply(head)));
            if (!taken.headers.containsKey(name)) {
                taken.strangers.add(name); // a folder, or a link to somewhere that is not read
            }
        }
        return taken.headers.containsKey(name);
    }

    /** Numbers evenly through the series, its first and its last, and with them both ends of each range. */
    static List<Integer> samples(NumberedSeries series) {
        // So many steps, rounded up, that with the last one there are never more than the most.
        int step = Math.max(1, Math.floorDiv(series.count() - 1 + MOST_HEADERS - 2, MOST_HEADERS - 1));
        int[] numbers = series.numbers().toArray();
        List<Integer> samples = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            boolean ends = i == numbers.length - 1 || numbers[i + 1] != numbers[i] + 1;
            boolean begins = i == 0 || numbers[i - 1] != numbers[i] - 1;
            if (i % step == 0 || begins || ends) {
                samples.add(numbers[i]);
            }
        }
        return samples;
    }

    private Optional<Series<T>> complete(RawFiles files, NumberedSeries names, Taken<T> taken) {
        SortedMap<Integer, T> headers = new TreeMap<>();
        Optional<Compression> compression = Optional.empty();
        for (int number : names.numbers().toArray()) {
            T header = taken.headers.get(names.name(number));
            if (header != null) {
                headers.put(number, header);
                compression = taken.compressions.getOrDefault(names.name(number), Optional.empty());
            }
        }
        List<String> strangers = taken.strangers.stream()
                .filter(name -> name.startsWith(names.prefix()) && name.endsWith(names.suffix()))
                .toList();
        return headers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Series<>(files, names, headers, compression, strangers));
    }
}
