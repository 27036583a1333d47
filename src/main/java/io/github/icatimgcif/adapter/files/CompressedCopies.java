package io.github.icatimgcif.adapter.files;

import io.github.icatimgcif.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Files that lie in a folder twice, as {@code x.cbf} and {@code x.cbf.gz}: each is one image, and is described once.
 *
 * @param originals the files without the copies
 * @param findings  what was left out
 */
record CompressedCopies(List<RawFile> originals, List<Finding> findings) {

    private static final String GZ = ".gz";

    private static final String BZ2 = ".bz2";

    CompressedCopies {
        originals = List.copyOf(originals);
        findings = List.copyOf(findings);
    }

    /** Tells copies by their names: what is not compressed is used before gz, and gz before bz2. */
    static CompressedCopies among(Collection<RawFile> files) {
        Set<String> names = new HashSet<>();
        files.forEach(file -> names.add(file.name()));
        List<RawFile> originals = new ArrayList<>();
        List<String> copies = new ArrayList<>();
        for (RawFile file : files) {
            if (isCopy(file.name(), names)) {
                copies.add(file.name());
            } else {
                originals.add(file);
            }
        }
        if (copies.isEmpty()) {
            return new CompressedCopies(originals, List.of());
        }
        copies.sort(NaturalOrder.OF_NAMES);
        return new CompressedCopies(
                originals,
                List.of(Finding.warning(
                        copies.get(0),
                        copies.size() == 1
                                ? "is taken for a compressed copy of the file of the same name beside it, which is used"
                                : "and " + (copies.size() - 1)
                                        + " more files are taken for compressed copies of the files"
                                        + " of the same names beside them, which are used")));
    }

    private static boolean isCopy(String name, Set<String> names) {
        if (name.endsWith(GZ)) {
            return names.contains(withoutEnd(name, GZ));
        }
        return name.endsWith(BZ2)
                && (names.contains(withoutEnd(name, BZ2)) || names.contains(withoutEnd(name, BZ2) + GZ));
    }

    private static String withoutEnd(String name, String end) {
        return name.substring(0, name.length() - end.length());
    }
}
