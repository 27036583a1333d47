package io.github.icatimgcif.conversion.collect;

import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells of raw data of other formats that lie beside those that are described: they may be copies, or a scan of its own. */
final class OtherFormats {

    private final List<RawFormat> formats;

    /** Formats that were not tried, since one before them had found its data. */
    OtherFormats(List<RawFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** What else lies at a location where {@code described} was found. */
    List<Finding> beside(RawReading.RawDataset described, Path location) {
        String name = described.parts().get(0).name();
        List<Finding> findings = new ArrayList<>();
        for (RawFormat format : formats) {
            if (format.read(location) instanceof RawReading.RawDataset other) {
                findings.add(leftOut(format, other.parts(), name));
            }
        }
        return findings;
    }

    private static Finding leftOut(RawFormat format, List<RawPart> parts, String described) {
        int frames = parts.stream()
                .flatMap(part -> part.scans().stream())
                .mapToInt(scan -> scan.frames().count())
                .sum();
        return Finding.warning(
                parts.get(0).name(),
                "there are " + format.name() + " images too, " + frames + (frames == 1 ? " frame" : " frames")
                        + ", and they are left out: whether they are the images of " + described
                        + " in another format is not known; if they are a scan of its own, keep them in a folder of their"
                        + " own");
    }
}
