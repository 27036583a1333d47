package io.github.icatimgcif.adapter.smv;

import io.github.icatimgcif.adapter.files.FilesUnusable;
import io.github.icatimgcif.adapter.files.HeaderSurvey;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** SMV: one image a file, as ADSC and other CCD detectors wrote them, often under the name {@code .img}. */
public final class SmvFormat implements RawFormat {

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public SmvFormat(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String name() {
        return "SMV";
    }

    @Override
    public RawReading read(Path location) {
        try {
            RawFiles files = RawFiles.at(location, roots);
            HeaderSurvey.Found<SmvHeader> found = new HeaderSurvey<>(SmvHeader.BYTES, SmvHeader::of).of(files);
            if (found.series().isEmpty()) {
                return new RawReading.Absent(
                        "SMV: looked for files that begin with {HEADER_BYTES=; found " + found.description());
            }
            return read(found);
        } catch (FilesUnusable e) {
            return new RawReading.Unusable(List.of(e.finding()));
        } catch (OutsideDataRoots e) {
            return new RawReading.Unusable(List.of(Finding.error(location.toString(), String.valueOf(e.getMessage()))));
        }
    }

    private static RawReading read(HeaderSurvey.Found<SmvHeader> found) {
        List<Finding> findings = new ArrayList<>(found.files().findings());
        List<RawPart> parts = new ArrayList<>();
        int wanted = 0;
        for (HeaderSurvey.Series<SmvHeader> series : found.series()) {
            series.names().gaps().stream()
                    .map(gap -> Finding.warning(
                            series.names().template(),
                            "the files with the numbers " + gap
                                    + " are missing; those before and after are described as" + " scans of their own"))
                    .forEach(findings::add);
            for (HeaderSurvey.Series<SmvHeader> part : series.withoutGaps()) {
                wanted++;
                new SmvPart(part, findings).read().ifPresent(parts::add);
            }
        }
        List<Finding> each = findings.stream().distinct().toList();
        // A series that cannot be described beside others that can must not be left out in silence.
        return parts.size() < wanted ? new RawReading.Unusable(each) : new RawReading.RawDataset(parts, each);
    }
}
