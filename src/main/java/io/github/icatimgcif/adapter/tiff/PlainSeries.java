package io.github.icatimgcif.adapter.tiff;

import io.github.icatimgcif.adapter.files.Findings;
import io.github.icatimgcif.adapter.files.NamedFiles;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.NumberedSeries.Range;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.Sampling;
import io.github.icatimgcif.adapter.files.SeriesFrames;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.experiment.DetectorStatement;
import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocation.Format;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.GoniometerStatement;
import io.github.icatimgcif.experiment.Packing.Compression;
import io.github.icatimgcif.experiment.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** One series of TIFF of a camera that writes the size of the image and no geometry: a part for each range of numbers. */
final class PlainSeries {

    private final NamedFiles files;
    private final NumberedSeries series;
    private final Findings findings;
    private final PlainHeaders headers;

    PlainSeries(NamedFiles files, NumberedSeries series, Findings findings) {
        this.files = files;
        this.series = series;
        this.findings = findings;
        this.headers = new PlainHeaders(files, series);
    }

    /** What a series is called in messages. */
    static String subject(NumberedSeries series) {
        return series.count() == 1 ? series.name(series.first()) : series.template();
    }

    /**
     * What it says, range by range.
     *
     * @throws NotUsable if nothing true can be said of it
     */
    List<RawPart> read() {
        headers.read(Sampling.of(series));
        boolean severalImages = headers.images().values().stream().anyMatch(count -> count > 1);
        if (severalImages || !headers.damaged().isEmpty()) {
            headers.read(series.numbers().boxed().toList());
        }
        PlainHeaders.One first = headers.first()
                .orElseThrow(() -> new NotUsable(
                        subject(series), headers.damaged().values().iterator().next()));
        tell(first);
        List<Range> ranges = isReadWhole() ? Range.of(headers.images().keySet()) : series.ranges();
        if (ranges.size() > 1) {
            findings.warning(
                    subject(series),
                    "files are missing or damaged between " + series.first() + " and " + series.last()
                            + ", those that are there have the numbers "
                            + ranges.stream().limit(5).map(Range::toString).collect(Collectors.joining(", "))
                            + (ranges.size() > 5 ? " ..." : "") + "; each range is a scan of its own");
        }
        return ranges.stream()
                .map(range -> part(range, ranges.size() > 1, first))
                .toList();
    }

    private boolean isReadWhole() {
        return headers.images().size() + headers.damaged().size() == series.count();
    }

    private void tell(PlainHeaders.One first) {
        if (!isReadWhole()) {
            findings.note(
                    subject(series),
                    "the directories of " + headers.images().size() + " of " + series.count()
                            + " files were read; they are alike");
        }
        headers.damaged().entrySet().stream()
                .limit(3)
                .forEach(one -> findings.warning(series.name(one.getKey()), one.getValue() + "; it is left out"));
        if (headers.damaged().size() > 3) {
            findings.warning(
                    subject(series),
                    headers.damaged().size() + " of its files are damaged or no TIFF, and are left out");
        }
        PlainFindings.of(first, subject(series)).forEach(findings::add);
    }

    private RawPart part(Range range, boolean isOneOfSeveral, PlainHeaders.One first) {
        Directions directions = Directions.of(first.image().orientation());
        return new RawPart(
                isOneOfSeveral ? subject(series) + ", " + range : subject(series),
                new DetectorStatement.Flat(
                        first.image().width(),
                        first.image().height(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        directions.fast(),
                        directions.slow(),
                        Optional.empty()),
                new GoniometerStatement.Silent(),
                List.of(new Scan("SCAN1", List.of(), frames(range, first.compression()))),
                first.image().bitDepth(),
                List.of());
    }

    private FrameLocations frames(Range range, Optional<Compression> compression) {
        SortedMap<Integer, Integer> images = headers.images().subMap(range.first(), range.last() + 1);
        if (images.values().stream().allMatch(count -> count == 1)) {
            NumberedSeries names = new NumberedSeries(series.prefix(), series.width(), series.suffix(), List.of(range));
            return SeriesFrames.of(files.files(), names, Format.TIFF, compression);
        }
        List<FrameLocations.Run> runs = new ArrayList<>();
        images.forEach((number, count) -> {
            RawFile file = new RawFile(series.name(number));
            FrameLocation place = new FrameLocation(
                    files.files().path(file),
                    Format.TIFF,
                    Optional.empty(),
                    0,
                    files.files().packing(file, compression));
            runs.add(new FrameLocations.InFile(place, count, 1));
        });
        return new FrameLocations(runs);
    }
}
