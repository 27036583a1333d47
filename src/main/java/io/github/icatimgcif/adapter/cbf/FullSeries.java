package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.SeriesFrames;
import io.github.icatimgcif.cif.CifSelection.Until;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocation.Format;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.Scan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One series of full CBF files, or one file of several frames: a part for each of its scans. */
final class FullSeries {

    /** Descriptions of large detectors have 100 kB. */
    private static final int USUAL = 1024 * 1024;

    /** Files of several arrays are read to their end, where all categories and all arrays are known. */
    private static final int LARGEST = 256 * 1024 * 1024;

    private final CbfFiles files;
    private final NumberedSeries series;
    private final boolean allHeaders;
    private final Findings findings;
    private final SortedMap<Integer, List<FullFrame>> frames = new TreeMap<>();

    /**
     * A series.
     *
     * @param allHeaders whether every header is read, also of a long series whose sampled headers agree
     */
    FullSeries(CbfFiles files, NumberedSeries series, boolean allHeaders, Findings findings) {
        this.files = files;
        this.series = series;
        this.allHeaders = allHeaders;
        this.findings = findings;
    }

    /**
     * What it says, scan by scan.
     *
     * @throws NotUsable if nothing true can be said of it
     */
    List<RawPart> read() {
        TreeSet<Integer> numbers = Sampling.of(series);
        if (allHeaders) {
            series.numbers().forEach(numbers::add);
        }
        read(numbers);
        if (series.count() == 1) {
            return ofOneFile();
        }
        Optional<List<Stretch<FullFrame>>> sampled = Stretches.ofSamples(series.ranges(), single());
        if (sampled.isPresent() && frames.size() < series.count()) {
            findings.note(
                    subject(),
                    "the headers of " + frames.size() + " of " + series.count()
                            + " files were read; they agree on regular steps");
        }
        List<Stretch<FullFrame>> stretches = sampled.orElseGet(() -> {
            read(new TreeSet<>(series.numbers().boxed().toList()));
            return Stretches.ofAll(List.copyOf(single().values()));
        });
        return stretches.stream()
                .map(stretch -> part(
                        stretches.size() == 1
                                ? subject()
                                : subject() + ", " + stretch.ranges().get(0),
                        stretch,
                        SeriesFrames.of(
                                files.files(),
                                new NumberedSeries(series.prefix(), series.width(), series.suffix(), stretch.ranges()),
                                Format.CBF,
                                stretch.first().compression())))
                .toList();
    }

    /** A series of files has one frame in each. */
    private SortedMap<Integer, FullFrame> single() {
        SortedMap<Integer, FullFrame> single = new TreeMap<>();
        frames.forEach((number, inFile) -> {
            if (inFile.size() != 1) {
                throw new NotUsable(
                        series.name(number),
                        "has " + inFile.size() + " frames and is one of " + series.count()
                                + " files; such a file is read alone, a series needs one frame a file");
            }
            single.put(number, inFile.get(0).numbered(number));
        });
        return single;
    }

    private List<RawPart> ofOneFile() {
        List<FullFrame> inFile = frames.values().iterator().next();
        List<RawPart> parts = new ArrayList<>();
        for (Stretch<FullFrame> stretch : Stretches.ofAll(inFile)) {
            FrameLocation place = SeriesFrames.of(
                            files.files(), series, Format.CBF, stretch.first().compression())
                    .runs()
                    .get(0)
                    .first();
            int arrays = arraysOfFrame(stretch.first());
            FrameLocations.Run run = new FrameLocations.InFile(
                    new FrameLocation(
                            place.file(),
                            place.format(),
                            place.path(),
                            (stretch.first().number() - 1) * arrays,
                            place.packing()),
                    stretch.count(),
                    arrays);
            parts.add(part(subject(), stretch, new FrameLocations(List.of(run))));
        }
        return parts;
    }

    private static int arraysOfFrame(FullFrame frame) {
        return frame.detector().elements().stream()
                .mapToInt(element ->
                        element.section().map(section -> section.image() + 1).orElse(1))
                .max()
                .orElse(1);
    }

    private static RawPart part(String name, Stretch<FullFrame> stretch, FrameLocations locations) {
        FullFrame first = stretch.first();
        return new RawPart(
                name,
                first.detector(),
                first.goniometer(),
                List.of(new Scan("SCAN1", stretch.settings(), locations)),
                first.bitDepth(),
                first.readings());
    }

    private void read(TreeSet<Integer> numbers) {
        numbers.removeAll(frames.keySet());
        TreeSet<Integer> whole = new TreeSet<>();
        heads(numbers, USUAL, (number, head, cbf) -> {
            boolean complete = cbf.binary().isPresent();
            Optional<FullFile> file = complete
                    ? Optional.of(file(head, cbf, Until.FIRST_BINARY_SECTION)).filter(FullFile::describes)
                    : Optional.empty();
            if (file.isEmpty() || FullFrames.maySayMore(file.get().block())) {
                whole.add(number);
            } else {
                frames.put(number, new FullFrames(file.get(), subject(), findings).read(false));
            }
        });
        heads(whole, LARGEST, (number, head, cbf) -> {
            if (head.length() == LARGEST) {
                throw new NotUsable(head.file().name(), "has more than " + LARGEST + " bytes for one file of CBF");
            }
            frames.put(number, new FullFrames(file(head, cbf, Until.END_OF_FILE), subject(), findings).read(true));
        });
        numbers.removeAll(frames.keySet());
        if (!numbers.isEmpty()) {
            throw new NotUsable(
                    series.name(numbers.first()),
                    "is one of " + numbers.size()
                            + " files of a series of full CBF that are empty, cut off or something"
                            + " else; take them away or copy them anew");
        }
    }

    private static FullFile file(Head head, CbfHead cbf, Until until) {
        ByteBuffer buffer = head.bytes();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return FullFile.of(head.file().name(), bytes, cbf, head.compression(), until);
    }

    /** Takes the head of a file. */
    private interface Taker {
        void take(int number, Head head, CbfHead cbf);
    }

    private void heads(Collection<Integer> numbers, int atMostBytes, Taker taker) {
        Map<String, Integer> byName = new TreeMap<>();
        numbers.forEach(number -> byName.put(series.name(number), number));
        files.heads(byName.keySet(), atMostBytes, head -> {
            Integer number = byName.get(head.file().name());
            if (number != null && head.startsWith(CbfHead.MAGIC)) {
                CbfHead cbf = CbfHead.of(head.text());
                if (cbf.kind() == CbfHead.Kind.FULL) {
                    taker.take(number, head, cbf);
                }
            }
        });
    }

    private String subject() {
        return series.count() == 1 ? series.name(series.first()) : series.template();
    }
}
