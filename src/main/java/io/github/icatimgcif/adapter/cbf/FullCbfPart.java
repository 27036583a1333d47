package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.Head;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.AxisSetting;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocation.Format;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.NumberedName;
import io.github.icatimgcif.experiment.Packing;
import io.github.icatimgcif.experiment.Packing.Compression;
import io.github.icatimgcif.experiment.Scan;
import io.github.icatimgcif.finding.Finding;
import io.github.icatimgcif.geometry.Rotation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One series of full CBF files as a part of a dataset, or several where the beam or the exposure changes. */
final class FullCbfPart {

    private final RawFiles files;
    private final FullCbfSeries series;
    private final Consumer<Finding> tell;

    private FullCbfPart(RawFiles files, FullCbfSeries series, Consumer<Finding> tell) {
        this.files = files;
        this.series = series;
        this.tell = tell;
    }

    /**
     * Reads a series.
     *
     * @param allHeaders whether every header is read, also where those that are sampled agree
     * @return one part, or one for each stretch of files of one wavelength and exposure
     * @throws NotUsable if it cannot be described
     */
    static List<RawPart> of(RawFiles files, NumberedSeries series, boolean allHeaders, Consumer<Finding> tell) {
        List<Finding> told = new ArrayList<>();
        FullCbfPart whole = new FullCbfPart(files, new FullCbfSeries(files, series, allHeaders), told::add);
        RawPart part;
        try {
            part = whole.read(series.template(), Optional.empty());
        } catch (NotUsable e) {
            told.forEach(tell);
            throw e;
        }
        List<FullCbfSeries.Stretch> stretches = whole.series.stretches();
        List<Finding> spread = whole.series.spread();
        if (stretches.size() == 1) {
            told.forEach(tell);
            spread.forEach(tell);
            return List.of(part);
        }
        tell.accept(Finding.note(
                series.template(),
                "the wavelength or the exposure changes in its course; each of its " + stretches.size()
                        + " stretches is described by its own first file, with the median wavelength and exposure of all"
                        + " files of its setting"));
        spread.forEach(tell);
        warnOfGaps(series, tell);
        return stretches.stream()
                .map(stretch -> new FullCbfPart(files, whole.series.part(stretch.series()), tell)
                        .read(
                                series.template() + ", "
                                        + new NumberedSeries.Range(
                                                stretch.series().first(),
                                                stretch.series().last()),
                                Optional.of(stretch.beam())))
                .toList();
    }

    /**
     * Reads the whole series as one part.
     *
     * @param beam with which it was taken; if empty, by its own files
     */
    private RawPart read(String name, Optional<FullCbfBeam> beam) {
        NumberedSeries names = series.series();
        Head head = series.firstHead();
        FullCbfFile first = FullCbfFile.of(FullCbfHeader.of(head));
        List<FullCbfFrame> here = new FullCbfFrames(first.header()).read(first.moving());
        RawFile file = series.file(names.first());
        FullCbfImages images =
                FullCbfImages.of(first.header(), here, FullCbfStored.images(first.header(), files, file, tell));
        warnOfGaps(names, tell);
        new FullCbfSettings(first, here.get(0), tell).check();
        List<FullCbfAxis> carrying = new ArrayList<>(first.moving());
        Rotation toMcStas = FullCbfLaboratory.toMcStas(first.axes(), carrying, tell);
        first.detector().panels().stream()
                .filter(panel -> panel.array().equals(images.arrays().get(0)))
                .findFirst()
                .ifPresent(panel -> FullCbfPixels.compareSize(first.header(), panel));
        DetectorStatement detector =
                first.detector().placed(first.header(), toMcStas, here.get(0), images.arrays(), tell);
        List<Scan> scans = scans(first, here, images, head.compression());
        FullCbfBeam taken = beam.orElseGet(() -> series.stretches().get(0).beam());
        return new RawPart(
                name,
                detector,
                new GoniometerStatement.Stated(FullCbfDetector.chain(first.goniometer(), toMcStas)),
                scans,
                FullCbfPixels.bitDepth(first.header(), images.arrays().get(0)),
                new FullCbfReadings(first, here.get(0), taken, tell).read());
    }

    private static void warnOfGaps(NumberedSeries names, Consumer<Finding> tell) {
        if (!names.gaps().isEmpty()) {
            tell.accept(Finding.warning(
                    names.template(),
                    "the files with the numbers "
                            + names.gaps().stream()
                                    .map(NumberedSeries.Range::toString)
                                    .toList() + " are missing; the frames that are there are described"));
        }
    }

    private List<Scan> scans(
            FullCbfFile first, List<FullCbfFrame> here, FullCbfImages images, Optional<Compression> compression) {
        if (series.series().count() > 1) {
            return List.of(
                    scan("SCAN1", first, series.frames(first, here), locations(here.size(), images, compression)));
        }
        Map<String, List<Integer>> byScan = new LinkedHashMap<>();
        IntStream.range(0, here.size())
                .forEach(i -> byScan.computeIfAbsent(here.get(i).scan(), scan -> new ArrayList<>())
                        .add(i));
        List<Scan> scans = new ArrayList<>();
        for (List<Integer> ofScan : byScan.values()) {
            Map<Integer, FullCbfFrame> frames = new LinkedHashMap<>();
            ofScan.forEach(i -> frames.put(frames.size(), here.get(i)));
            FrameLocations locations = byScan.size() == 1
                    ? locations(here.size(), images, compression)
                    : new FrameLocations(inFile(
                            series.series().first(),
                            ofScan.stream().map(images.first()::get).toList(),
                            compression));
            scans.add(scan("SCAN" + (scans.size() + 1), first, frames, locations));
        }
        return scans;
    }

    private Scan scan(String id, FullCbfFile first, Map<Integer, FullCbfFrame> frames, FrameLocations locations) {
        List<AxisSetting> settings = new ArrayList<>();
        for (FullCbfAxis axis : first.moving()) {
            FullCbfSweep sweep = new FullCbfSweep(axis.id(), frames);
            settings.add(sweep.regular().orElseGet(() -> {
                tell.accept(Finding.note(
                        "_diffrn_scan_axis.axis_id",
                        "axis " + axis.id()
                                + " does not advance by the width of a frame from each frame to the next; the"
                                + " setting of each frame is written"));
                return sweep.listed();
            }));
        }
        return new Scan(id, settings, locations);
    }

    private FrameLocations locations(int framesOfFile, FullCbfImages images, Optional<Compression> compression) {
        NumberedSeries names = series.series();
        List<FrameLocations.Run> runs = new ArrayList<>();
        boolean isOneFrame = framesOfFile == 1 && images.first().get(0) == 0;
        if (isOneFrame && names.width() > 0) {
            for (NumberedSeries.Range range : names.ranges()) {
                RawFile file = series.file(range.first());
                Packing packing = files.packing(file, compression);
                runs.add(new FrameLocations.NumberedFiles(
                        container(file, packing),
                        new NumberedName(names.prefix(), names.width(), names.suffix()),
                        range.first(),
                        range.count(),
                        Format.CBF,
                        packing));
            }
        } else {
            names.numbers().forEach(number -> runs.addAll(inFile(number, images.first(), compression)));
        }
        return new FrameLocations(runs);
    }

    private Path container(RawFile file, Packing packing) {
        Path path = files.path(file);
        Path folder = path.getParent();
        return packing.archive().isPresent() || folder == null ? path : folder;
    }

    /** Frames that lie in one file, as few runs as there can be. */
    private List<FrameLocations.Run> inFile(int number, List<Integer> first, Optional<Compression> compression) {
        RawFile file = series.file(number);
        List<FrameLocations.Run> runs = new ArrayList<>();
        int begin = 0;
        while (begin < first.size()) {
            int stride = begin + 1 < first.size() ? first.get(begin + 1) - first.get(begin) : 1;
            int end = begin + 1;
            while (stride > 0 && end < first.size() && first.get(end) - first.get(end - 1) == stride) {
                end++;
            }
            FrameLocation place = new FrameLocation(
                    files.path(file), Format.CBF, Optional.empty(), first.get(begin), files.packing(file, compression));
            runs.add(new FrameLocations.InFile(place, end - begin, Math.max(1, stride)));
            begin = end;
        }
        return runs;
    }
}
