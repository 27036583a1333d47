package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.FilesUnusable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Full CBF: images behind a header that is itself an imgCIF, with axes, settings and frames. These axes are believed before the
 * comment lines of a miniCBF that may stand beside them.
 */
public final class FullCbfFormat implements RawFormat {

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public FullCbfFormat(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String name() {
        return "full CBF";
    }

    @Override
    public RawReading read(Path location) {
        try {
            RawFiles here = RawFiles.at(location, roots);
            RawFiles files = here.loneArchive().orElse(here);
            FullCbfSearch.Found found = FullCbfSearch.in(files);
            return found.series().isEmpty() ? new RawReading.Absent(found.description()) : parts(files, found);
        } catch (FilesUnusable e) {
            return new RawReading.Unusable(List.of(e.finding()));
        } catch (OutsideDataRoots e) {
            return new RawReading.Unusable(List.of(Finding.error(location.toString(), String.valueOf(e.getMessage()))));
        }
    }

    private static RawReading parts(RawFiles files, FullCbfSearch.Found found) {
        Set<Finding> findings = new LinkedHashSet<>();
        List<RawPart> parts = new ArrayList<>();
        for (NumberedSeries series : found.series()) {
            try {
                parts.add(new FullCbfPart(files, series, findings::add).read());
            } catch (FullCbfUnusable e) {
                findings.add(e.finding());
            } catch (IllegalArgumentException e) {
                // The types of the experiment refuse numbers that no instrument has, which a damaged file may well
                // hold.
                findings.add(Finding.error(series.template(), "holds values that cannot be: " + e.getMessage()));
            }
        }
        if (found.other() > 0) {
            findings.add(Finding.warning(
                    "raw data",
                    found.other() + " series of CBF files without axes lie beside the full CBF files; they are not"
                            + " described: keep them in a folder of their own"));
        }
        findings.addAll(files.findings());
        boolean isRefused = findings.stream().anyMatch(Finding::isError);
        return isRefused
                ? new RawReading.Unusable(List.copyOf(findings))
                : new RawReading.RawDataset(parts, List.copyOf(findings));
    }
}
