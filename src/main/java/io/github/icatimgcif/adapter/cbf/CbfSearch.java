package io.github.icatimgcif.adapter.cbf;

import io.github.icatimgcif.adapter.files.NamedFiles;
import io.github.icatimgcif.adapter.files.NumberedSeries;
import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the CBF series of a dataset by looking into the first and the last file of every series of names. */
final class CbfSearch {

    /** Enough of a full CBF to see what it describes; comments are far shorter. */
    private static final int MOST = 256 * 1024;

    private CbfSearch() {}

    /** A series of one kind. */
    record Series(NumberedSeries names, CbfHead.Kind kind) {}

    /**
     * What was found.
     *
     * @param series    images
     * @param others    CBF files that are no images, by name, and what they are
     * @param lookedFor what was looked for and what was there, for a person
     */
    record Found(List<Series> series, Map<String, String> others, String lookedFor) {

        /** Why nothing can be made of CBF files that are no images. */
        Finding refusal(String location) {
            return Finding.error(
                    location,
                    "there are CBF files and none of them describes an image: "
                            + others.entrySet().stream()
                                    .limit(3)
                                    .map(other -> other.getKey() + " " + other.getValue())
                                    .collect(Collectors.joining("; ")));
        }
    }

    static Found in(NamedFiles files) {
        List<NumberedSeries> all = files.series();
        Map<String, CbfHead> heads = heads(files, all);
        List<Series> series = new ArrayList<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (NumberedSeries names : all) {
            CbfHead first = heads.get(names.name(names.first()));
            CbfHead head = first == null ? heads.get(names.name(names.last())) : first;
            if (head == null) {
                continue;
            }
            CbfHead.Kind kind = head.kind();
            if (kind == CbfHead.Kind.NEITHER) {
                others.put(
                        names.count() == 1 ? names.name(names.first()) : names.template(),
                        head.convention().equals("XDS special")
                                ? "was made by XDS and is no image; it is left out"
                                : "describes no image: " + head.description());
            } else {
                series.add(new Series(names, kind));
            }
        }
        return new Found(
                series,
                others,
                "CBF: looked for files that begin with " + CbfHead.MAGIC + "; found none in "
                        + files.files().description());
    }

    /** The heads of those of the ends of all series that are CBF, by name. */
    private static Map<String, CbfHead> heads(NamedFiles files, List<NumberedSeries> all) {
        List<String> ends = all.stream()
                .flatMap(names ->
                        Stream.of(names.first(), names.last()).distinct().map(names::name))
                .toList();
        Map<String, CbfHead> heads = new HashMap<>();
        files.intactHeads(ends, MOST, head -> {
            boolean isCbf = head.startsWith(CbfHead.MAGIC);
            if (isCbf) {
                heads.put(head.file().name(), CbfHead.of(head.text()));
            }
            return isCbf;
        });
        return heads;
    }
}
