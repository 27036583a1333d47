package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.experiment.FrameLocation;
import io.github.icatimgcif.experiment.FrameLocation.Format;
import io.github.icatimgcif.experiment.FrameLocations;
import io.github.icatimgcif.experiment.NumberedName;
import io.github.icatimgcif.experiment.Packing.Compression;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Says where the frames of a series lie: a run for each range of numbers. */
public final class SeriesFrames {

    private SeriesFrames() {}

    /**
     * The frames of a series in the order of their numbers, one a file.
     *
     * @param files       where the series was found
     * @param compression how its files are compressed
     */
    public static FrameLocations of(
            RawFiles files, NumberedSeries series, Format format, Optional<Compression> compression) {
        RawFile first = new RawFile(series.name(series.first()));
        if (series.width() == 0) {
            return new FrameLocations(List.of(new FrameLocations.InFile(
                    new FrameLocation(
                            files.path(first), format, Optional.empty(), 0, files.packing(first, compression)),
                    1,
                    1)));
        }
        NumberedName names = new NumberedName(series.prefix(), series.width(), series.suffix());
        return new FrameLocations(series.ranges().stream()
                .map(range -> run(files, names, range, format, compression))
                .toList());
    }

    private static FrameLocations.Run run(
            RawFiles files,
            NumberedName names,
            NumberedSeries.Range range,
            Format format,
            Optional<Compression> compression) {
        RawFile first = new RawFile(names.of(range.first()));
        Path stored = files.path(first);
        boolean inArchive = files.packing(first, compression).archive().isPresent();
        return new FrameLocations.NumberedFiles(
                inArchive ? stored : folder(stored),
                names,
                range.first(),
                range.count(),
                format,
                files.packing(first, compression));
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " lies in no folder");
        }
        return parent;
    }
}
