package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.finding.Finding;
import java.math.BigDecimal;
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

    private static final String WAVELENGTH = "_diffrn_radiation_wavelength.value";
    private static final String EXPOSURE = "_diffrn_scan_frame.integration_time";

    /** Relative; a readback of the monochromator wanders by no more from one value to the next. */
    private static final double SAME_WAVELENGTH = 1e-4;

    /** Relative; no source wanders by more, and what lies further apart was set. */
    private static final double WANDERING_WAVELENGTH = 0.01;

    /** Relative; exposures that are measured differ by less, those that are set by more. */
    private static final double SAME_EXPOSURE = 0.05;

    /** Relative to the longer one; an exposure may follow the flux, but one that is twice as long was set. */
    private static final double WANDERING_EXPOSURE = 0.49;

    /**
     * Files that follow one another and were taken with one beam.
     *
     * @param series the files
     * @param beam   with which, the medians of what all files of that beam record
     */
    record Stretch(NumberedSeries series, FullCbfBeam beam) {}

    private final RawFiles files;
    private final NumberedSeries series;
    private final Map<String, RawFile> byName;
    private final boolean allHeaders;

    /** Those of the files that were read, by number. */
    private final TreeMap<Integer, FullCbfBeam> beams = new TreeMap<>();

    FullCbfSeries(RawFiles files, NumberedSeries series, boolean allHeaders) {
        this(
                files,
                series,
                files.list().stream().collect(Collectors.toMap(RawFile::name, Function.identity(), (a, b) -> a)),
                allHeaders);
    }

    private FullCbfSeries(RawFiles files, NumberedSeries series, Map<String, RawFile> byName, boolean allHeaders) {
        this.files = files;
        this.series = series;
        this.byName = byName;
        this.allHeaders = allHeaders;
    }

    /** Some of its files as a series of their own, whose headers are read anew. */
    FullCbfSeries part(NumberedSeries some) {
        return new FullCbfSeries(files, some, byName, allHeaders);
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
                || wavelengths().isOne()
                        && exposures().isOne()
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
     * The stretches of files that were taken with one beam and one exposure, without a gap in any of them; the whole series if
     * those files agree whose frames were read.
     */
    List<Stretch> stretches() {
        FullCbfLevels wavelengths = wavelengths();
        FullCbfLevels exposures = exposures();
        if (wavelengths.levels().size() < 2 && exposures.levels().size() < 2) {
            return List.of(new Stretch(series, beam(wavelengths, exposures, 0)));
        }
        List<Integer> numbers = List.copyOf(beams.keySet());
        List<Stretch> stretches = new ArrayList<>();
        int begin = 0;
        for (int end = 1; end <= numbers.size(); end++) {
            boolean goesOn = end < numbers.size()
                    && numbers.get(end) == numbers.get(end - 1) + 1
                    && wavelengths.level(end) == wavelengths.level(begin)
                    && exposures.level(end) == exposures.level(begin);
            if (!goesOn) {
                NumberedSeries part = new NumberedSeries(
                        series.prefix(),
                        series.width(),
                        series.suffix(),
                        NumberedSeries.Range.of(numbers.subList(begin, end)));
                stretches.add(new Stretch(part, beam(wavelengths, exposures, begin)));
                begin = end;
            }
        }
        return stretches;
    }

    /** What is told of a wavelength or an exposure that is not the same, or not stated, in all files that were read. */
    List<Finding> spread() {
        List<Finding> told = new ArrayList<>(unstated(WAVELENGTH, FullCbfBeam::wavelength));
        told.addAll(unstated(EXPOSURE, FullCbfBeam::exposure));
        told.addAll(spread(WAVELENGTH, wavelengths()));
        told.addAll(spread(EXPOSURE, exposures()));
        return told;
    }

    private List<Finding> unstated(String item, Function<FullCbfBeam, Optional<BigDecimal>> quantity) {
        List<Optional<BigDecimal>> ofFiles = known(quantity);
        long unknown = ofFiles.stream().filter(Optional::isEmpty).count();
        return unknown == 0 || unknown == ofFiles.size()
                ? List.of()
                : List.of(Finding.note(
                        item,
                        "has no value above 0 in " + unknown + " of the " + ofFiles.size() + " files of "
                                + series.template()
                                + " that were read; that of the nearest file before, or else after, is"
                                + " taken"));
    }

    private List<Finding> spread(String item, FullCbfLevels levels) {
        List<Finding> told = new ArrayList<>();
        for (int level : levels.levels()) {
            List<BigDecimal> values = levels.values(level);
            BigDecimal least = values.get(0);
            BigDecimal greatest = values.get(values.size() - 1);
            if (least.compareTo(greatest) != 0) {
                String message =
                        "is " + least.toPlainString() + " to " + greatest.toPlainString() + " in " + values.size()
                                + " files of " + series.template() + " that were read; the median, "
                                + levels.median(level).toPlainString() + ", is written for all of them";
                told.add(levels.isQuiet(level) ? Finding.note(item, message) : Finding.warning(item, message));
            }
        }
        return told;
    }

    private FullCbfLevels wavelengths() {
        return new FullCbfLevels(recorded(FullCbfBeam::wavelength), SAME_WAVELENGTH, WANDERING_WAVELENGTH);
    }

    private FullCbfLevels exposures() {
        return new FullCbfLevels(recorded(FullCbfBeam::exposure), SAME_EXPOSURE, WANDERING_EXPOSURE);
    }

    /**
     * One of each file that was read; 0 where no file records any. That a file does not know its value is no setting: it has
     * that of the nearest file before it which does, or else after it.
     */
    private List<BigDecimal> recorded(Function<FullCbfBeam, Optional<BigDecimal>> quantity) {
        List<Optional<BigDecimal>> ofFiles = known(quantity);
        BigDecimal nearest =
                ofFiles.stream().flatMap(Optional::stream).findFirst().orElse(BigDecimal.ZERO);
        List<BigDecimal> recorded = new ArrayList<>();
        for (Optional<BigDecimal> ofFile : ofFiles) {
            nearest = ofFile.orElse(nearest);
            recorded.add(nearest);
        }
        return recorded;
    }

    private List<Optional<BigDecimal>> known(Function<FullCbfBeam, Optional<BigDecimal>> quantity) {
        return beams.values().stream()
                .map(beam -> quantity.apply(beam).filter(value -> value.signum() > 0))
                .toList();
    }

    /** The medians of the levels of a file; what is 0 is not known. */
    private FullCbfBeam beam(FullCbfLevels wavelengths, FullCbfLevels exposures, int place) {
        return beams.isEmpty()
                ? new FullCbfBeam(Optional.empty(), Optional.empty())
                : new FullCbfBeam(median(wavelengths, place), median(exposures, place));
    }

    private static Optional<BigDecimal> median(FullCbfLevels levels, int place) {
        return Optional.of(levels.median(levels.level(place))).filter(value -> value.signum() > 0);
    }
}
