package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.FilesUnusable;
import io.github.icatimgcif.adapter.files.Findings;
import io.github.icatimgcif.adapter.files.NamedFiles;
import io.github.icatimgcif.adapter.files.NotUsable;
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

/**
 * CBF, one image a file as a rule: series of miniCBF and full CBF, each described by its own kind of header. Both are one format
 * here, because a folder may hold both and every file is to be looked into once.
 */
public final class CbfFormat implements RawFormat {

    private final DataRoots roots;
    private final boolean allHeaders;

    /**
     * Reads only what lies below these folders, and of long series some headers.
     *
     * @param allHeaders whether every header of a series is read, also where those that are sampled agree
     */
    public CbfFormat(DataRoots roots, boolean allHeaders) {
        this.roots = roots;
        this.allHeaders = allHeaders;
    }

    @Override
    public String name() {
        return "CBF";
    }

    @Override
    public RawReading read(Path location) {
        Findings findings = new Findings();
        try {
            RawFiles at = RawFiles.at(location, roots);
            NamedFiles files = new NamedFiles(at.loneArchive().orElse(at));
            CbfSearch.Found found = CbfSearch.in(files);
            if (found.series().isEmpty()) {
                return found.others().isEmpty()
                        ? new RawReading.Absent(found.lookedFor())
                        : unusable(findings, found.refusal(location.toString()));
            }
            found.others().forEach(findings::warning);
            List<RawPart> parts = new ArrayList<>();
            for (CbfSearch.Series series : found.series()) {
                parts.addAll(parts(files, series, findings));
            }
            List<Finding> all = new ArrayList<>(files.files().findings());
            all.addAll(findings.all());
            return new RawReading.RawDataset(parts, all);
        } catch (NotUsable e) {
            return unusable(findings, e.finding());
        } catch (FilesUnusable e) {
            return unusable(findings, e.finding());
        } catch (OutsideDataRoots e) {
            return unusable(findings, Finding.error(location.toString(), String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            // The types of the experiment refuse numbers that no instrument has, which a damaged file may well hold.
            return unusable(
                    findings, Finding.error(location.toString(), "holds values that cannot be: " + e.getMessage()));
        }
    }

    private List<RawPart> parts(NamedFiles files, CbfSearch.Series series, Findings findings) {
        return switch (series.kind()) {
            case FULL -> FullCbfPart.of(files.files(), series.names(), allHeaders, findings::add);
            case MINI, NEITHER -> new MiniSeries(files, series.names(), new MiniCbf(), allHeaders, findings).read();
        };
    }

    private static RawReading unusable(Findings findings, Finding error) {
        List<Finding> all = new ArrayList<>(findings.all());
        all.add(error);
        return new RawReading.Unusable(all);
    }
}
