package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.RawFiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The headers of a series of files: of a long one a few, unless these contradict one another. */
final class FullCbfSeries {

    /** Of a longer series without a gap so many headers are read, spread over it. */
    private static final int SAMPLE = 16;

    /** Headers of a series are alike but for a few digits. */
    private static final int MARGIN = 8 * 1024;

    private static final int FIRST_BYTES = 64 * 1024;

    private final RawFiles files;
    private final NumberedSeries series;
    private final Map<String, RawFile> byName;
    private final boolean allHeaders;

    /** Those of the files that were read, by number. */
    private final TreeMap<Integer, FullCbfBeam> beams = new TreeMap<>();

    FullCbfSeries(RawFiles files, NumberedSeries series, boolean allHeaders) {
        this.files = files;
        this.series = series;
        this.allHeaders = allHeaders;
        this.byName = files.list().stream().collect(Collectors.toMap(RawFile::name, Function.identity(), (a, b) -> a));
    }

    NumberedSeries series() {
        return series;
    }

    /** The file of a number. */
    RawFile file(int number) {
        String name = series.name(number);
        return Optional.ofNullable(byName.get(name)).orElseGet(() -> new RawFile(name));
    }

    /**
     * The beginning of the first file, as far as its pixels.
     *
     * @throws NotUsable if it is no regular file
     */
    Head firstHead() {
        for (int bytes = FIRST_BYTES; ; bytes *= 16) {
            Head head = head(file(series.first()), bytes);
            boolean isWhole =
                    head.length() < bytes || CbfHead.of(head.text()).binary().isPresent();
            if (isWhole || bytes >= FullCbfHeader.MOST_BYTES) {
                return head;
            }
        }
    }

    private Head head(RawFile file, int bytes) {
        List<Head> heads = new ArrayList<>();
        files.heads(List.of(file), bytes, heads::add);
        if (heads.isEmpty()) {
            throw new NotUsable(file.name(), "is no regular file");
        }
        return heads.get(0);
    }

    /**
     * The settings of the frames by their place in the series, files in the order of their numbers.
     *
     * @param first its first file
     * @param here  the frames of that file
     * @return those of some frames, the first and the last among them, if all of these keep to one rule and one beam; else those of all
     */
    Map<Integer, FullCbfFrame> frames(FullCbfFile first, List<FullCbfFrame> here) {
        List<Integer> numbers = series.numbers().boxed().toList();
        boolean isLong = !allHeaders && numbers.size() > SAMPLE && series.gaps().isEmpty() && here.size() == 1;
        List<Integer> places = isLong
                ? IntStream.range(0, SAMPLE)
                        .map(i -> i < 2 ? i : (int) ((long) (numbers.size() - 1) * i / (SAMPLE - 1)))
                        .distinct()
                        .boxed()
                        .toList()
                : IntStream.range(0, numbers.size()).boxed().toList();
        Map<Integer, FullCbfFrame> read = read(first, here, numbers, places);
        boolean isRegular = !isLong
                || haveOneBeam()
                        && first.moving().stream()
                                .allMatch(axis -> new FullCbfSweep(axis.id(), read)
                                        .regular()
                                        .isPresent());
        return isRegular
                ? read
                : read(
                        first,
                        here,
                        numbers,
                        IntStream.range(0, numbers.size()).boxed().toList());
    }

    private Map<Integer, FullCbfFrame> read(
            FullCbfFile first, List<FullCbfFrame> here, List<Integer> numbers, Collection<Integer> places) {
        Map<String, Integer> placeOf = new LinkedHashMap<>();
        places.forEach(place -> placeOf.put(series.name(numbers.get(place)), place));
        int bytes = first.header().length() * 5 / 4 + MARGIN;
        Map<Integer, FullCbfFrame> frames = new TreeMap<>();
        Map<String, Integer> left = new HashMap<>(placeOf);
        files.heads(
                placeOf.keySet().stream()
                        .map(name -> byName.getOrDefault(name, new RawFile(name)))
                        .toList(),
                bytes,
                head -> {
                    FullCbfHeader header = FullCbfHeader.of(head);
                    int place = Optional.ofNullable(left.remove(header.file())).orElse(0);
                    List<FullCbfFrame> ofFile = first.framesOf(header, here);
                    beams.put(numbers.get(place), FullCbfBeam.of(header, ofFile.get(0)));
                    for (int i = 0; i < ofFile.size(); i++) {
                        frames.put(place * here.size() + i, ofFile.get(i));
                    }
                });
        if (!left.isEmpty()) {
            throw new NotUsable(series.template(), "these are no regular files: " + left.keySet());
        }
        return frames;
    }

    /**
     * The stretches of files that were taken with one beam and one exposure, without a gap in any of them; the series itself if
     * those files agree whose frames were read.
     */
    List<NumberedSeries> stretches() {
        if (haveOneBeam()) {
            return List.of(series);
        }
        List<NumberedSeries> stretches = new ArrayList<>();
        List<Integer> stretch = new ArrayList<>();
        for (Map.Entry<Integer, FullCbfBeam> file : beams.entrySet()) {
            boolean goesOn = !stretch.isEmpty()
                    && stretch.get(stretch.size() - 1) + 1 == file.getKey()
                    && Optional.ofNullable(beams.get(stretch.get(0)))
                            .filter(file.getValue()::isLike)
                            .isPresent();
            if (!goesOn && !stretch.isEmpty()) {
                stretches.add(part(stretch));
                stretch.clear();
            }
            stretch.add(file.getKey());
        }
        stretches.add(part(stretch));
        return stretches;
    }

    private NumberedSeries part(List<Integer> numbers) {
        return new NumberedSeries(series.prefix(), series.width(), series.suffix(), NumberedSeries.Range.of(numbers));
    }

    private boolean haveOneBeam() {
        return beams.values().stream()
                .allMatch(beam -> beams.firstEntry().getValue().isLike(beam));
    }
}
