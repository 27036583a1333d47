package io.github.icatimgcif.adapter.tiff;

import io.github.icatimgcif.adapter.files.FilesUnusable;
import io.github.icatimgcif.adapter.files.Findings;
import io.github.icatimgcif.adapter.files.NamedFiles;
import io.github.icatimgcif.adapter.files.NotUsable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.RawFiles;
import io.github.icatimgcif.adapter.minicbf.MiniSeries;
import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawPart;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * TIFF, one image a file or several: of PILATUS detectors with the header of a miniCBF in the description, of any other camera
 * with nothing but the size of the image. The formats of MAR, Bruker and Rigaku are known by name and not read.
 */
public final class TiffFormat implements RawFormat {

    private final DataRoots roots;

    /** Reads only what lies below these folders. */
    public TiffFormat(DataRoots roots) {
        this.roots = roots;
    }

    @Override
    public String name() {
        return "TIFF";
    }

    @Override
    public RawReading read(Path location) {
        Findings findings = new Findings();
        try {
            RawFiles at = RawFiles.at(location, roots);
            NamedFiles files = new NamedFiles(at.loneArchive().orElse(at));
            TiffSearch.Found found = TiffSearch.in(files);
            return found.isEmpty()
                    ? new RawReading.Absent("TIFF, MAR, Bruker and R-AXIS: looked for their first bytes; found none in "
                            + files.files().description())
                    : read(files, found, findings);
        } catch (NotUsable e) {
            return unusable(findings, List.of(e.finding()));
        } catch (FilesUnusable e) {
            return unusable(findings, List.of(e.finding()));
        } catch (OutsideDataRoots e) {
            return unusable(findings, List.of(Finding.error(location.toString(), String.valueOf(e.getMessage()))));
        } catch (IllegalArgumentException e) {
            // The types of the experiment refuse numbers that no instrument has, which a damaged file may well hold.
            return unusable(
                    findings,
                    List.of(Finding.error(location.toString(), "holds values that cannot be: " + e.getMessage())));
        }
    }

    private static RawReading read(NamedFiles files, TiffSearch.Found found, Findings findings) {
        if (!found.notRead().isEmpty()) {
            return unusable(findings, errors(found.notRead()));
        }
        if (found.pilatus().isEmpty() && found.plain().isEmpty()) {
            return unusable(findings, errors(found.noImage()));
        }
        found.noImage().forEach((name, why) -> findings.warning(name, why + "; it is left out"));
        List<RawPart> parts = new ArrayList<>();
        for (NumberedSeries series : found.pilatus()) {
            parts.addAll(new MiniSeries(files, series, new PilatusTiff(files.files()), false, findings).read());
        }
        for (NumberedSeries series : found.plain()) {
            if (found.pilatus().isEmpty()) {
                parts.addAll(new PlainSeries(files, series, findings).read());
            } else {
                findings.warning(
                        PlainSeries.subject(series),
                        "has no header of a PILATUS detector, as the images beside it have; it is taken for a mask or a"
                                + " flat field and left out");
            }
        }
        List<Finding> all = new ArrayList<>(files.files().findings());
        all.addAll(findings.all());
        return new RawReading.RawDataset(parts, all);
    }

    private static List<Finding> errors(Map<String, String> reasons) {
        return reasons.entrySet().stream()
                .map(reason -> Finding.error(reason.getKey(), reason.getValue()))
                .toList();
    }

    private static RawReading unusable(Findings findings, List<Finding> errors) {
        List<Finding> all = new ArrayList<>(findings.all());
        all.addAll(errors);
        return new RawReading.Unusable(all);
    }
}
