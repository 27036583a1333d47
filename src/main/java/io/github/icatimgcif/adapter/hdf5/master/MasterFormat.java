package io.github.icatimgcif.adapter.hdf5.master;

import io.github.icatimgcif.conversion.DataRoots;
import io.github.icatimgcif.conversion.OutsideDataRoots;
import io.github.icatimgcif.conversion.collect.RawFormat;
import io.github.icatimgcif.conversion.collect.RawReading;
import io.github.icatimgcif.finding.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * HDF5 masters of all dialects. They are one format, because a folder may hold masters of several: each file is opened once, and
 * those that describe the same frames are told apart from those that describe others.
 */
public final class MasterFormat implements RawFormat {

    private final DataRoots roots;
    private final List<MasterDialect> dialects;

    /**
     * Masters below the data roots.
     *
     * @param dialects in the order in which a file is tried
     */
    public MasterFormat(DataRoots roots, List<MasterDialect> dialects) {
        this.roots = roots;
        this.dialects = List.copyOf(dialects);
    }

    @Override
    public String name() {
        return "HDF5 masters";
    }

    @Override
    public RawReading read(Path location) {
        try {
            MasterSearch.Found found = new MasterSearch(roots, dialects).in(location);
            if (!found.masters().isEmpty()) {
                return new MasterParts(roots).read(found.masters(), found.damaged());
            }
            return ArchivedMasters.refusal(location, roots)
                    .<RawReading>map(error -> new RawReading.Unusable(List.of(error)))
                    .orElseGet(() -> found.nothing(dialects));
        } catch (OutsideDataRoots e) {
            return new RawReading.Unusable(List.of(Finding.error(location.toString(), String.valueOf(e.getMessage()))));
        }
    }
}
