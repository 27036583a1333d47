package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
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
    private final Consumer<Finding> tell;

    FullCbfSeries(RawFiles files, NumberedSeries series, boolean allHeaders, Consumer<Finding> tell) {
        this.files = files;
        this.series = series;
        this.allHeaders = allHeaders;
        this.tell = tell;
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
     * @return those of some frames, the first and the last among them, if all of these keep to one rule; else those of all
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
                || first.moving().stream()
                        .allMatch(axis ->
                                new FullCbfSweep(axis.id(), read).regular().isPresent());
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
                    warnOfWavelength(first.header(), header);
                    List<FullCbfFrame> ofFile = first.framesOf(header, here);
                    for (int i = 0; i < ofFile.size(); i++) {
                        frames.put(place * here.size() + i, ofFile.get(i));
                    }
                });
        if (!left.isEmpty()) {
            throw new NotUsable(series.template(), "these are no regular files: " + left.keySet());
        }
        return frames;
    }

    private void warnOfWavelength(FullCbfHeader first, FullCbfHeader other) {
        String category = "diffrn_radiation_wavelength";
        if (!first.values(category).equals(other.values(category))) {
            tell.accept(Finding.warning(
                    "_" + category + ".value",
                    "changes in the course of " + series.template() + "; that of " + first.file()
                            + " is used for all of it"));
        }
    }
}
