package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.FilesUnusable;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.adapter.files.RawFile;
import io.github.icatimgcif.adapter.files.RawFiles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the series of full CBF files among the files of a dataset by the first file of each series. */
final class FullCbfSearch {

    private FullCbfSearch() {}

    /**
     * What was found.
     *
     * @param series      of full CBF files, in natural order
     * @param other       how many series of miniCBF files there are beside them
     * @param description what was looked for and what was there, for a person
     */
    record Found(List<NumberedSeries> series, int other, String description) {}

    /** @throws FilesUnusable if the files cannot be read */
    static Found in(RawFiles files) {
        List<RawFile> all = files.list();
        Map<String, RawFile> byName = new HashMap<>();
        all.forEach(file -> byName.put(file.name(), file));
        List<NumberedSeries> series = NumberedSeries.of(byName.keySet());
        Map<String, CbfKind> kinds = new HashMap<>();
        List<RawFile> firsts = series.stream()
                .map(one -> byName.getOrDefault(one.name(one.first()), new RawFile(one.name(one.first()))))
                .toList();
        files.heads(firsts, CbfKind.BYTES, head -> kinds.put(head.file().name(), CbfKind.of(head)));
        List<NumberedSeries> full = new ArrayList<>();
        Map<CbfKind, Integer> counts = new EnumMap<>(CbfKind.class);
        for (NumberedSeries one : series) {
            CbfKind kind = kinds.getOrDefault(one.name(one.first()), CbfKind.NONE);
            counts.merge(kind, one.count(), Integer::sum);
            if (kind == CbfKind.FULL) {
                full.add(one);
            }
        }
        int mini = (int) series.stream()
                .filter(one -> kinds.getOrDefault(one.name(one.first()), CbfKind.NONE) == CbfKind.MINI)
                .count();
        return new Found(
                full,
                mini,
                "full CBF: looked for a CBF with _diffrn.id and _diffrn_source before its first pixels; found "
                        + all.size() + " files, " + counts.getOrDefault(CbfKind.MINI, 0)
                        + " of them CBF without these");
    }
}
